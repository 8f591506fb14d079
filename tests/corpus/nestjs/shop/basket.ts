import { NestFactory } from '@nestjs/core'
import type { MicroserviceOptions } from '@nestjs/microservices'
import { BasketModule } from './modules'
import { basketOptions } from './options'

async function bootstrap() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BasketModule, basketOptions) // ✗ require-encryption
  await app.listen()
}

void bootstrap()
