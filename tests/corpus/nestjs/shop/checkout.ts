import { NestFactory } from '@nestjs/core'
import type { MicroserviceOptions } from '@nestjs/microservices'
import { CheckoutModule } from './modules'
import { getCheckoutOptions } from './options'

async function bootstrap() {
  // ✓ clients need a certificate of the company
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(CheckoutModule, getCheckoutOptions({ ca: '/etc/tls/ca.pem', key: '/etc/tls/tls.key', certificate: '/etc/tls/tls.crt' }))
  await app.listen()
}

void bootstrap()
