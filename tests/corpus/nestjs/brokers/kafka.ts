import { NestFactory } from '@nestjs/core'
import { ClientProxyFactory, type MicroserviceOptions, Transport } from '@nestjs/microservices'
import { BrokersModule } from './clients.module'

const brokers = ['kafka-1.internal:9092', 'kafka-2.internal:9092']
const sasl = { mechanism: 'plain' as const, username: 'billing', password: process.env.KAFKA_PASSWORD ?? '' }

export const invoices = ClientProxyFactory.create({
  transport: Transport.KAFKA, // ✗ no-credentials-in-clear
  options: { client: { clientId: 'billing', brokers, sasl }, consumer: { groupId: 'billing' } },
})

export const receipts = ClientProxyFactory.create({
  transport: Transport.KAFKA, // ✓
  options: { client: { clientId: 'billing', brokers, ssl: true, sasl } },
})

export const drafts = ClientProxyFactory.create({
  transport: Transport.KAFKA,
  options: { client: { clientId: 'billing', brokers, ssl: { rejectUnauthorized: false } } }, // ✗ require-server-verification
})

export async function consume() {
  const app = await NestFactory.createMicroservice<MicroserviceOptions>(BrokersModule, {
    transport: Transport.KAFKA, // ✗ require-encryption
    options: { client: { brokers }, consumer: { groupId: 'billing' } },
  })
  await app.listen()
}
