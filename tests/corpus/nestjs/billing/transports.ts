import { ClientProxyFactory, type ClientOptions, Transport } from '@nestjs/microservices'

/** Every service of ours is called through here. */
export function connect(options: ClientOptions) {
  return ClientProxyFactory.create(options)
}

export const tcp = (host: string, port: number): ClientOptions => ({ transport: Transport.TCP, options: { host, port } })
