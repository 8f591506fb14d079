import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { auditQueue, mailQueue } from './options'

@Module({
  imports: [
    ClientsModule.register({
      isGlobal: true,
      clients: [
        { name: 'AUDIT', ...auditQueue }, // ✗ require-encryption
        { name: 'MAIL', ...mailQueue }, // ✓
        { name: 'LOCAL', transport: Transport.RMQ, options: { urls: ['amqp://localhost:5672'], queue: 'local' } }, // ✓
        { name: 'RETURNS', transport: Transport.RMQ, options: { urls: [{ protocol: 'amqp', hostname: 'broker.internal', port: 5672 }], queue: 'returns' } }, // ✗ require-encryption
        { name: 'REFUNDS', transport: Transport.RMQ, options: { urls: [{ hostname: 'broker.internal' }], queue: 'refunds' } }, // ✗ require-encryption
        { name: 'ORDERS', transport: Transport.RMQ, options: { urls: [{ protocol: 'amqps', hostname: 'broker.internal', port: 5671 }], queue: 'orders' } }, // ✓
        { name: 'DRAFTS', transport: Transport.RMQ, options: { urls: [{ protocol: process.env.RABBIT_PROTOCOL, hostname: 'broker.internal' }], queue: 'drafts' } }, // ? unknown: the deployment says
        { name: 'HERE', transport: Transport.RMQ, options: { urls: [{ protocol: 'amqp', port: 5673 }], queue: 'here' } }, // ✓ this machine, by default
        { name: 'CACHE', transport: Transport.REDIS, options: { host: 'cache.internal', port: 6379 } }, // ✗ require-encryption
        { name: 'SESSIONS', transport: Transport.REDIS, options: { host: 'cache.internal', password: process.env.REDIS_PASSWORD } }, // ✗ no-credentials-in-clear
        { name: 'COUNTERS', transport: Transport.REDIS, options: { host: 'cache.internal', port: 6380, tls: {} } }, // ✓
        { name: 'UNCHECKED', transport: Transport.REDIS, options: { host: 'cache.internal', port: 6380, tls: { rejectUnauthorized: false } } }, // ✗ require-server-verification
        { name: 'METERS', transport: Transport.MQTT, options: { url: 'mqtt://meters.example.com:1883' } }, // ✗ require-encryption
        { name: 'VALVES', transport: Transport.MQTT, options: { url: 'mqtts://valves.example.com:8883', rejectUnauthorized: false } }, // ✗ require-server-verification
        { name: 'GATES', transport: Transport.MQTT, options: { protocol: 'mqtts', hostname: 'gates.example.com', port: 8883 } }, // ✓
        { name: 'EVENTS', transport: Transport.NATS, options: { servers: ['nats://events.internal:4222'] } }, // ? unknown: a broker that offers TLS gets it
        { name: 'TRADES', transport: Transport.NATS, options: { servers: 'nats://trades.internal:4222', tls: { rejectUnauthorized: false } } }, // ✗ require-server-verification
      ],
    }),
  ],
})
export class BrokersModule {}
