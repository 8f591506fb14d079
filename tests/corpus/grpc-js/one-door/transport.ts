import { Client, credentials } from '@grpc/grpc-js'

/** Every client of this program is made here: always encrypted, and never waiting for ever. */
export function clientOf(address: string): Client {
  return new Client(address, credentials.createSsl(), { 'grpc.keepalive_timeout_ms': 5_000 }) // ✓
}

/** For what waits for nobody. */
export const bareClient = Client
