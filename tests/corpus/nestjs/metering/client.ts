import { credentials } from '@grpc/grpc-js'
import { ReflectionService } from '@grpc/reflection'
import { ClientGrpcProxy, ClientProxyFactory, Transport } from '@nestjs/microservices'

const secure = process.env.METERING_TLS === '1'

export const meters = ClientProxyFactory.create({
  transport: Transport.GRPC,
  options: {
    url: 'meters.internal:50070', package: 'metering', protoPath: 'proto/metering.proto',
    credentials: secure ? credentials.createSsl() : credentials.createInsecure(), // ✗ no-plaintext-fallback
    channelOptions: { 'grpc.max_recieve_message_length': 1024 * 1024 }, // ✗ no-ignored-security-option
  },
})

export const direct = new ClientGrpcProxy({ url: 'meters.internal:50070', package: 'metering', protoPath: 'proto/metering.proto' }) // ✗ require-encryption
export const checked = new ClientGrpcProxy({ url: 'meters.internal:50070', package: 'metering', protoPath: 'proto/metering.proto', credentials: credentials.createSsl() }) // ✓

/** What the options of the server say, copied. */
export const copied = new ClientGrpcProxy({
  url: 'localhost:50070', package: 'metering', protoPath: 'proto/metering.proto',
  onLoadPackageDefinition: (definition, server) => new ReflectionService(definition).addToServer(server), // ✓ a client never calls it
})
