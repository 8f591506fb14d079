import { type ClientOptions, Transport } from '@nestjs/microservices'

export const auditQueue = { transport: Transport.RMQ, options: { urls: ['amqp://broker.internal:5672'], queue: 'audit' } } satisfies ClientOptions
export const mailQueue = { transport: Transport.RMQ, options: { urls: ['amqps://broker.internal:5671'], queue: 'mail' } } satisfies ClientOptions
