import type { ChannelCredentials } from '@grpc/grpc-js'
import { type GrpcOptions, Transport } from '@nestjs/microservices'

/** Where a service of ours is, as the clients of NestJS are told. */
export function grpcTarget(name: string, url: string, credentials?: ChannelCredentials) {
  return { transport: Transport.GRPC as const, options: { url, package: name, protoPath: `proto/${name}.proto`, credentials } } satisfies GrpcOptions
}
