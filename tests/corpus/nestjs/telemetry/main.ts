import { NestFactory } from '@nestjs/core'
import type { AsyncMicroserviceOptions } from '@nestjs/microservices'
import { Settings } from './settings'
import { TelemetryModule } from './telemetry.module'

async function bootstrap() {
  const app = await NestFactory.createMicroservice<AsyncMicroserviceOptions>(TelemetryModule, {
    inject: [Settings],
    useFactory: (settings: Settings) => settings.listener(), // ✗ no-plaintext-fallback by its declared type
  })
  await app.listen()
}

void bootstrap()
