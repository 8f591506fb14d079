import { readFileSync } from 'node:fs'
import { createSecureContext } from 'node:tls'
import { credentials, ServerCredentials, type ChannelCredentials } from '@grpc/grpc-js'

const read = (name: string): Buffer => readFileSync(`/etc/orders/${name}`)
const pair = () => [{ private_key: read('server.key'), cert_chain: read('server.pem') }]

export function forServices(): ServerCredentials {
  return ServerCredentials.createSsl(read('ca.pem'), pair(), true) // ✓
}

export function forPartners(): ServerCredentials {
  return ServerCredentials.createSsl(read('partners.pem'), pair()) // ✗ no-optional-authentication
}

export function toArchive(): ChannelCredentials {
  return credentials.createFromSecureContext(createSecureContext({ ca: read('archive.pem'), minVersion: 'TLSv1' })) // ✗ no-weak-provider
}

export function toStaging(): ChannelCredentials {
  return credentials.createSsl(read('ca.pem'), null, null, { rejectUnauthorized: false }) // ✗ require-server-verification
}

export function toBilling(): ChannelCredentials {
  return credentials.createSsl(read('ca.pem'), read('billing.crt'), read('billing.key')) // ✗ require-mutual-authentication
}

/** Whoever is served chooses, and this file does not say which. */
export function choose(open: boolean): ServerCredentials {
  return ServerCredentials.createSsl(open ? null : read('ca.pem'), pair(), !open)
}
