import { readFileSync } from 'node:fs'
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { AppModule } from './app.module'

const tlsOptions = { key: readFileSync('tls.key'), cert: readFileSync('tls.crt'), ca: readFileSync('clients.pem'), requestCert: true }

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.connectMicroservice<MicroserviceOptions>({ transport: Transport.TCP, options: { host: '0.0.0.0', port: 4000, tlsOptions } }, { inheritAppConfig: false }) // ✗ require-argument-validation by its declared type
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  await app.startAllMicroservices()
  await app.listen(3000)
}

void bootstrap()
