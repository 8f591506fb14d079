import { readFileSync } from 'node:fs'
import { Client, ClientProxyFactory, ClientTCP, Transport, type ClientProxy } from '@nestjs/microservices'
import { firstValueFrom, timeout } from 'rxjs'

const ca = readFileSync('/etc/ledger/ca.pem')

export class Ledger {
  @Client({ transport: Transport.TCP, options: { host: 'ledger.internal', port: 4100 } }) // ✗ require-encryption
  readonly plain!: ClientProxy

  @Client({ transport: Transport.TCP, options: { host: 'ledger.internal', port: 4100, tlsOptions: { ca } } }) // ✓
  readonly checked!: ClientProxy
}

/** Where the ledger is, with TLS if this is asked for. */
export function connect(host: string, secure = true) {
  return ClientProxyFactory.create({
    transport: Transport.TCP,
    options: { host, port: 4100, ...(secure && { tlsOptions: { ca } }) }, // ? unknown: somebody else decides
  })
}

export const trusting = ClientProxyFactory.create({
  transport: Transport.TCP,
  options: {
    host: 'ledger.internal',
    port: 4100,
    tlsOptions: { ca, rejectUnauthorized: false }, // ✗ require-server-verification
  },
})

export const anyName = ClientProxyFactory.create({
  transport: Transport.TCP,
  options: { host: 'ledger.internal', port: 4100, tlsOptions: { ca, checkServerIdentity: () => undefined } }, // ✗ require-server-verification
})

export const named = new ClientTCP({ host: 'ledger.internal', port: 4100, tlsOptions: { ca } }) // ✓
export const unnamed = new ClientTCP({ host: 'ledger.internal', port: 4100 }) // ✗ require-encryption

export async function balance(account: string): Promise<number> {
  const cents = await firstValueFrom(named.send<number>('balance', { account })) // ✗ require-call-deadline
  const held = await firstValueFrom(named.send<number>('held', { account }).pipe(timeout(1500))) // ✓
  return cents - held
}
