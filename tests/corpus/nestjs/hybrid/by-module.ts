import { readFileSync } from 'node:fs'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { GuardedModule } from './app.module'
import { grpc } from './options'

async function bootstrap() {
  const app = await NestFactory.create(GuardedModule)
  app.connectMicroservice<MicroserviceOptions>(grpc(readFileSync('clients.pem'))) // ✗ no-ineffective-guard
  await app.startAllMicroservices()
  await app.listen(3000)
}

async function shared() {
  const app = await NestFactory.create(GuardedModule)
  app.connectMicroservice<MicroserviceOptions>({ transport: Transport.GRPC, options: { package: 'orders', protoPath: 'orders.proto' } }, { inheritAppConfig: true }) // ✓
  await app.startAllMicroservices()
}

void (process.env.SHARED ? shared() : bootstrap())
