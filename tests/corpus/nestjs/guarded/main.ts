import { readFileSync } from 'node:fs'
import { Module, ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { TokenGuard } from '../hybrid/guards'
import { ReportsController } from './guarded.controller'

@Module({ controllers: [ReportsController] })
class ReportsModule {}

const tlsOptions = { key: readFileSync('tls.key'), cert: readFileSync('tls.crt') }

async function bootstrap() {
  const app = await NestFactory.create(ReportsModule)
  app.connectMicroservice<MicroserviceOptions>({ transport: Transport.TCP, options: { host: '0.0.0.0', port: 4001, tlsOptions } }) // ✓ its controllers have guards and pipes themselves
  app.useGlobalGuards(new TokenGuard())
  app.useGlobalPipes(new ValidationPipe())
  await app.startAllMicroservices()
}

void bootstrap()
