import { constants } from 'node:crypto'
import fs from 'node:fs'
import https from 'node:https'
import tls from 'node:tls'

const ca = fs.readFileSync('/etc/acme/ca.pem')

export const partner = new https.Agent({ ca, secureOptions: constants.SSL_OP_NO_TLSv1 | constants.SSL_OP_NO_TLSv1_1 }) // ✓

export const unpatched = new https.Agent({
  ca,
  secureOptions: constants.SSL_OP_NO_TLSv1 | constants.SSL_OP_LEGACY_SERVER_CONNECT, // ✗ no-weak-provider
})

export const older = new https.Agent({
  ca,
  secureOptions: constants.SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION, // ✗ no-weak-provider
})

export function connect(host: string) {
  return tls.connect({ host, port: 7443, ca, maxVersion: 'TLSv1.2' }) // ✓
}

export function connectToOldest(host: string) {
  return tls.connect({
    host,
    port: 7443,
    ca,
    maxVersion: 'TLSv1.1', // ✗ no-weak-provider
  })
}

export function connectToOld(host: string) {
  return tls.connect({
    host,
    port: 7443,
    ca,
    minVersion: 'TLSv1', // ✗ no-weak-provider
    maxVersion: 'TLSv1.1',
  })
}

export function lowerEverything() {
  tls.DEFAULT_MAX_VERSION = 'TLSv1.1' // ✗ no-weak-provider
}
