import { readFileSync } from 'node:fs'
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { AppModule } from './app.module'
import { TokenGuard } from './guards'

const tlsOptions = { key: readFileSync('tls.key'), cert: readFileSync('tls.crt'), ca: readFileSync('clients.pem'), requestCert: true }

async function bootstrap() {
  const app = await NestFactory.create(AppModule)
  app.useGlobalGuards(new TokenGuard())
  app.useGlobalPipes(new ValidationPipe({ whitelist: true }))
  const internal = app.connectMicroservice<MicroserviceOptions>({ transport: Transport.TCP, options: { host: '0.0.0.0', port: 4000, tlsOptions } }) // ✓ it has its own
  internal.useGlobalGuards(new TokenGuard())
  internal.useGlobalPipes(new ValidationPipe())
  await app.startAllMicroservices()
  await app.listen(3000)
}

void bootstrap()
