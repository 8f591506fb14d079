import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSecureContext } from 'node:tls'
import { ServerCredentials, credentials, type ChannelCredentials } from '@grpc/grpc-js'

const dir = process.env.NOTES_TLS_DIR ?? '/etc/notes/tls'
const read = (name: string) => readFileSync(join(dir, name))
const serverKeys = () => [{ private_key: read('server.key'), cert_chain: read('server.pem') }]

/** Our own services: they must show a certificate of the company's authority. */
export function internalCredentials(): ServerCredentials {
  return ServerCredentials.createSsl(read('ca.pem'), serverKeys(), true)
}

/** Partners get certificates from us, too. */
export function partnerCredentials(): ServerCredentials {
  return ServerCredentials.createSsl(read('partners.pem'), serverKeys())
}

export function publicCredentials(): ServerCredentials {
  if (existsSync(join(dir, 'server.key'))) {
    return ServerCredentials.createSsl(null, serverKeys())
  }
  console.warn(`no certificate in ${dir}, serving without TLS`)
  return ServerCredentials.createInsecure()
}

export function channelCredentials(): ChannelCredentials {
  return credentials.createSsl(read('ca.pem'), read('client.key'), read('client.pem'))
}

/** Staging has a self-signed certificate. */
export function stagingCredentials(): ChannelCredentials {
  return credentials.createSsl(null, null, null, { rejectUnauthorized: false })
}

/** The archive is an old machine. */
export function archiveCredentials(): ChannelCredentials {
  return credentials.createFromSecureContext(createSecureContext({ ca: read('archive.pem'), minVersion: 'TLSv1' }))
}
