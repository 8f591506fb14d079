import { readFileSync } from 'node:fs'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { TokenGuard } from '../hybrid/guards'
import { AccountsModule, MembersModule } from './accounts.module'

const tlsOptions = { key: readFileSync('tls.key'), cert: readFileSync('tls.crt') }

export async function forEverybody() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(AccountsModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4002, tlsOptions }, // ✗ require-client-authentication
  })
  await app.listen()
}

export async function forMembers() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(MembersModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4003, tlsOptions }, // ✓ the module has a guard
  })
  await app.listen()
}

export async function guarded() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(AccountsModule, {
    transport: Transport.TCP,
    options: { host: '0.0.0.0', port: 4004, tlsOptions }, // ✓ the application has one
  })
  app.useGlobalGuards(new TokenGuard())
  await app.listen()
}
