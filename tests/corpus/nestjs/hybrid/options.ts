import { readFileSync } from 'node:fs'
import { ServerCredentials } from '@grpc/grpc-js'
import { type GrpcOptions, Transport } from '@nestjs/microservices'

/** For clients with a certificate of this authority. */
export function grpc(authority: Buffer): GrpcOptions {
  const pair = { private_key: readFileSync('tls.key'), cert_chain: readFileSync('tls.crt') }
  return { transport: Transport.GRPC, options: { url: '0.0.0.0:50051', package: 'orders', protoPath: 'orders.proto', credentials: ServerCredentials.createSsl(authority, [pair], true) } }
}
