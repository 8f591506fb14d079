import { readFileSync } from 'node:fs'
import { ServerCredentials } from '@grpc/grpc-js'
import { type GrpcOptions, type MicroserviceOptions, Transport } from '@nestjs/microservices'

export const basketOptions: MicroserviceOptions = {
  transport: Transport.GRPC,
  options: { url: '0.0.0.0:50060', package: 'shop.basket', protoPath: 'proto/basket.proto', maxReceiveMessageLength: 8 * 1024 * 1024 },
}

interface TlsFiles { ca: string; key: string; certificate: string }

export function getCheckoutOptions(files: TlsFiles, url = '0.0.0.0:50061'): GrpcOptions {
  const pair = { private_key: readFileSync(files.key), cert_chain: readFileSync(files.certificate) }
  return {
    transport: Transport.GRPC,
    options: { url, package: 'shop.checkout', protoPath: 'proto/checkout.proto', credentials: ServerCredentials.createSsl(readFileSync(files.ca), [pair], true) },
  }
}
