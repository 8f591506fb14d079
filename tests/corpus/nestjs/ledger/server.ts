import { readFileSync } from 'node:fs'
import { Module } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'

@Module({})
class LedgerModule {}

const key = readFileSync('/etc/ledger/tls.key'), cert = readFileSync('/etc/ledger/tls.crt'), ca = readFileSync('/etc/ledger/clients.pem')

export async function start() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(LedgerModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4100, tlsOptions: { key, cert, ca, requestCert: true } }, // ✓
  })
  await app.listen()
}

export async function startForPartners() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(LedgerModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4101, tlsOptions: { key, cert, ca, requestCert: true, rejectUnauthorized: false } }, // ✗ no-optional-authentication
  })
  await app.listen()
}

export async function startForEverybody() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(LedgerModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4102, tlsOptions: { key, cert, requestCert: true, rejectUnauthorized: true } }, // ✗ require-client-authentication
  })
  await app.listen()
}

export async function startForOldClients() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(LedgerModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4103, tlsOptions: { key, cert, ca, requestCert: true, minVersion: 'TLSv1' } }, // ✗ no-weak-provider
  })
  await app.listen()
}

export async function startInClear() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(LedgerModule, {
    transport: Transport.TCP, // ✗ require-encryption
    options: { host: '0.0.0.0', port: 4104, maxBufferSize: Infinity }, // ✗ no-unlimited-message
  })
  await app.listen()
}
