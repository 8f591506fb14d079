import rule from '../../src/rules/require-server-verification.js'
import { tester } from './tester.js'

const node = 'Leave `rejectUnauthorized` out and give the private CA as `ca`'
const names = 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out'

tester.run('require-server-verification', rule, {
  invalid: [
    {
      name: 'neither the chain nor the name: one edit for both',
      code: `
import { credentials, type VerifyOptions } from '@grpc/grpc-js'

const options: VerifyOptions = {
  checkServerIdentity: () => {
    return undefined
  },
  rejectUnauthorized: false,
}
export const anybody = credentials.createSsl(null, null, null, options)
export const nobody = credentials.createSsl(null, null, null, { checkServerIdentity: () => undefined, rejectUnauthorized: false })
`,
      errors: [
        { messageId: 'unverified', line: 8, column: 3, endLine: 8, endColumn: 28, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false` and remove `checkServerIdentity`' }, output: `
import { credentials, type VerifyOptions } from '@grpc/grpc-js'

const options: VerifyOptions = {
}
export const anybody = credentials.createSsl(null, null, null, options)
export const nobody = credentials.createSsl(null, null, null, { checkServerIdentity: () => undefined, rejectUnauthorized: false })
` }] },
        { messageId: 'unverified', line: 11, column: 103, endLine: 11, endColumn: 128, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false` and remove `checkServerIdentity`' }, output: `
import { credentials, type VerifyOptions } from '@grpc/grpc-js'

const options: VerifyOptions = {
  checkServerIdentity: () => {
    return undefined
  },
  rejectUnauthorized: false,
}
export const anybody = credentials.createSsl(null, null, null, options)
export const nobody = credentials.createSsl(null, null, null, {  })
` }] },
      ],
    },
    {
      name: 'a socket that is listened to',
      code: `
import tls from 'node:tls'

export function banner(host: string, print: (text: string) => void) {
  const socket = tls.connect({ host, port: 993, rejectUnauthorized: false })
  socket.on('secureConnect', () => socket.setEncoding('utf8'))
  socket.on('data', text => { print(String(text)) })
}
`,
      errors: [{ messageId: 'unverified', line: 5, column: 49, endLine: 5, endColumn: 74, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import tls from 'node:tls'

export function banner(host: string, print: (text: string) => void) {
  const socket = tls.connect({ host, port: 993 })
  socket.on('secureConnect', () => socket.setEncoding('utf8'))
  socket.on('data', text => { print(String(text)) })
}
` }] }],
    },
    {
      name: 'an agent for all requests',
      code: `
import https from 'node:https'
import { readFileSync } from 'node:fs'

const agent = new https.Agent({ keepAlive: true, rejectUnauthorized: false, ca: readFileSync('ca.pem') })
export const get = (path: string) => https.get({ host: 'api.acme.example', path, agent })
`,
      errors: [{
        messageId: 'unverified', data: { remedy: node }, line: 5, column: 50, endLine: 5, endColumn: 75,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import https from 'node:https'
import { readFileSync } from 'node:fs'

const agent = new https.Agent({ keepAlive: true, ca: readFileSync('ca.pem') })
export const get = (path: string) => https.get({ host: 'api.acme.example', path, agent })
` }],
      }],
    },
    {
      name: 'the last option of several lines',
      code: `
import * as tls from 'tls'

export const socket = tls.connect({
  host: 'mail.acme.example',
  port: 993,
  rejectUnauthorized: false
})
`,
      errors: [{
        messageId: 'unverified', data: { remedy: node }, line: 7, column: 3, endLine: 7, endColumn: 28,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import * as tls from 'tls'

export const socket = tls.connect({
  host: 'mail.acme.example',
  port: 993
})
` }],
      }],
    },
    {
      name: 'settings of the fix, which then is applied',
      code: `
import { request } from 'node:https'

export const ping = () => request({ host: 'api.acme.example', rejectUnauthorized: false }).end()
`,
      settings: { 'secure-rpc': { edits: 'hardening' } },
      output: `
import { request } from 'node:https'

export const ping = () => request({ host: 'api.acme.example' }).end()
`,
      errors: [{ messageId: 'unverified', data: { remedy: node }, line: 4, column: 63, endLine: 4, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'a switch that is read from the environment, inside out',
      code: `
import { connect } from 'node:http2'

const insecure = process.env.INSECURE === '1'
export const session = connect('https://backend.internal', insecure ? { rejectUnauthorized: false } : {})
`,
      errors: [{
        messageId: 'unverified', data: { remedy: node }, line: 5, column: 73, endLine: 5, endColumn: 98,
        suggestions: undefined,
      }],
    },
    {
      name: 'TLS options of undici, under connect',
      code: `
import { Pool } from 'undici'

export class Reports {
  private readonly pool = new Pool('https://reports.acme.example', { connections: 4, connect: { rejectUnauthorized: false } })
  latest() { return this.pool.request({ method: 'GET', path: '/latest' }) }
}
`,
      errors: [{
        messageId: 'unverified', data: { remedy: node }, line: 5, column: 97, endLine: 5, endColumn: 122,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import { Pool } from 'undici'

export class Reports {
  private readonly pool = new Pool('https://reports.acme.example', { connections: 4, connect: {} })
  latest() { return this.pool.request({ method: 'GET', path: '/latest' }) }
}
` }],
      }],
    },
    {
      name: 'a check of names that never says no',
      code: `
import { createSecureContext } from 'node:tls'
import { request, type RequestOptions } from 'node:https'

const options: RequestOptions = { host: '10.0.0.7', checkServerIdentity: () => undefined }
export const read = () => request(options)
`,
      errors: [{
        messageId: 'anyName', data: { remedy: names }, line: 5, column: 74, endLine: 5, endColumn: 80,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `checkServerIdentity`' }, output: `
import { createSecureContext } from 'node:tls'
import { request, type RequestOptions } from 'node:https'

const options: RequestOptions = { host: '10.0.0.7' }
export const read = () => request(options)
` }],
      }],
    },
    {
      name: 'options of gRPC that a function builds up',
      code: `
import { credentials, type VerifyOptions } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

function verify(): VerifyOptions {
  return { rejectUnauthorized: false }
}

export const orders = new OrdersClient('orders.internal:443', credentials.createSsl(null, null, null, verify()))
`,
      errors: [{
        messageId: 'unverified', data: { remedy: 'Leave `rejectUnauthorized` out and give the private CA to `createSsl()` as its first argument' }, line: 6, column: 12, endLine: 6, endColumn: 37,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import { credentials, type VerifyOptions } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

function verify(): VerifyOptions {
  return {}
}

export const orders = new OrdersClient('orders.internal:443', credentials.createSsl(null, null, null, verify()))
` }],
      }],
    },
    {
      name: 'credentials of gRPC on their own, with a name check that only logs',
      code: `
import * as grpc from '@grpc/grpc-js'

export function channelCredentials(ca: Buffer) {
  return grpc.credentials.createSsl(ca, null, null, {
    checkServerIdentity(host) {
      console.warn(host)
      return undefined
    },
  })
}
`,
      errors: [{
        messageId: 'anyName', data: { remedy: 'Return `tls.checkServerIdentity(host, cert)` from it, or leave it out' }, line: 6, column: 5, endLine: 6, endColumn: 31,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `checkServerIdentity`' }, output: `
import * as grpc from '@grpc/grpc-js'

export function channelCredentials(ca: Buffer) {
  return grpc.credentials.createSsl(ca, null, null, {})
}
` }],
      }],
    },
    {
      name: 'the whole process',
      code: `
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'

export const load = () => fetch('https://api.acme.example')
`,
      errors: [{ messageId: 'process', data: { remedy: 'Remove it, and give the private CA in `NODE_EXTRA_CA_CERTS`' }, line: 2, column: 1, endLine: 2, endColumn: 47, suggestions: [{ messageId: 'edit', data: { says: "Use `'1'`" }, output: `
process.env.NODE_TLS_REJECT_UNAUTHORIZED = '1'

export const load = () => fetch('https://api.acme.example')
` }] }],
    },
    {
      name: 'RPC over HTTP whose certificate may have any name',
      code: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const v2 = { Version: 2, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 1 }

const [USE_SSL, IGNORE_CERT_CN_INVALID] = [1, 8]
export const connect = (binding: unknown) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags: USE_SSL | IGNORE_CERT_CN_INVALID, AuthnSchemes: [16], ServerCertificateSubject: 'msstd:mail' } })
`,
      errors: [{ messageId: 'unnamed', data: { remedy: 'Leave `RPC_C_HTTP_FLAG_IGNORE_CERT_CN_INVALID` (8) out, and give the name that is expected as `ServerCertificateSubject`' }, line: 8, column: 126, endLine: 8, endColumn: 165, suggestions: undefined }],
    },
    {
      name: 'a proxy that is not verified, and what lies behind one',
      code: `
import { BalancedPool, ProxyAgent } from 'undici'

export const proxied = new ProxyAgent({ uri: 'https://proxy.example', proxyTls: { rejectUnauthorized: false } })
export const behind = new ProxyAgent({ uri: 'https://proxy.example', requestTls: { rejectUnauthorized: false } })
export const pool = new BalancedPool(['https://a.example'], { tls: { rejectUnauthorized: false } })
`,
      errors: [
        { messageId: 'unverified', data: { remedy: 'Leave `rejectUnauthorized` out of `proxyTls`, and give the private CA there as `ca`' }, line: 4, column: 83, endLine: 4, endColumn: 108, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import { BalancedPool, ProxyAgent } from 'undici'

export const proxied = new ProxyAgent({ uri: 'https://proxy.example', proxyTls: {} })
export const behind = new ProxyAgent({ uri: 'https://proxy.example', requestTls: { rejectUnauthorized: false } })
export const pool = new BalancedPool(['https://a.example'], { tls: { rejectUnauthorized: false } })
` }] },
        { messageId: 'unverified', data: { remedy: 'Leave `rejectUnauthorized` out and give the private CA as `ca`' }, line: 5, column: 84, endLine: 5, endColumn: 109, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import { BalancedPool, ProxyAgent } from 'undici'

export const proxied = new ProxyAgent({ uri: 'https://proxy.example', proxyTls: { rejectUnauthorized: false } })
export const behind = new ProxyAgent({ uri: 'https://proxy.example', requestTls: {} })
export const pool = new BalancedPool(['https://a.example'], { tls: { rejectUnauthorized: false } })
` }] },
        { messageId: 'unverified', data: { remedy: 'Leave `rejectUnauthorized` out and give the private CA as `ca`' }, line: 6, column: 70, endLine: 6, endColumn: 95, suggestions: [{ messageId: 'edit', data: { says: 'Remove `rejectUnauthorized: false`' }, output: `
import { BalancedPool, ProxyAgent } from 'undici'

export const proxied = new ProxyAgent({ uri: 'https://proxy.example', proxyTls: { rejectUnauthorized: false } })
export const behind = new ProxyAgent({ uri: 'https://proxy.example', requestTls: { rejectUnauthorized: false } })
export const pool = new BalancedPool(['https://a.example'], { tls: {} })
` }] },
      ],
    },
  ],
  valid: [
    {
      name: 'a flag of a binding that, as Microsoft says, is about certificates of clients',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export const connect = (binding: unknown) => setAuth(binding, 'msstd:mail.corp.example', 6, 14, null, 0, { Version: 1, Capabilities: 1 | 4, IdentityTracking: 0, ImpersonationType: 2 })
`,
    },
    {
      name: 'a socket that is only seen to open',
      code: `
import tls from 'node:tls'

export const handshake = (host: string) => new Promise<number>(resolve => {
  const begun = Date.now()
  const socket = tls.connect({ host, port: 443, rejectUnauthorized: false })
  socket.on('secureConnect', () => {
    socket.destroy()
    resolve(Date.now() - begun)
  })
  socket.once('error', () => resolve(-1))
})
`,
    },
    {
      name: 'a private CA',
      code: `
import https from 'node:https'
import { readFileSync } from 'node:fs'

export const agent = new https.Agent({ ca: readFileSync('/etc/ssl/acme.pem'), rejectUnauthorized: true })
`,
    },
    {
      name: 'a pin on top of the names',
      code: `
import tls from 'node:tls'
import * as grpc from '@grpc/grpc-js'

export const pinned = (ca: Buffer, pin: string) => grpc.credentials.createSsl(ca, null, null, {
  checkServerIdentity: (host, cert) => tls.checkServerIdentity(host, cert) ?? (cert.fingerprint256 === pin ? undefined : new Error('not the pinned certificate')),
})
`,
    },
    {
      name: 'a client that looks at the certificate itself',
      code: `
import tls from 'node:tls'

export function open(host: string, done: (socket: tls.TLSSocket) => void) {
  const socket = tls.connect({ host, port: 6514, rejectUnauthorized: false }, () => {
    if (!socket.authorized && socket.getPeerCertificate().fingerprint256 !== process.env.PIN) return socket.destroy()
    done(socket)
  })
}
`,
    },
    {
      name: 'a server on this machine',
      code: `
import https from 'node:https'

export const health = () => https.get({ host: '127.0.0.1', port: 8443, rejectUnauthorized: false })
`,
    },
    {
      name: 'only where the program is developed',
      code: `
import https from 'node:https'

export const agent = new https.Agent({ rejectUnauthorized: process.env.NODE_ENV === 'production' })
if (process.env.NODE_ENV !== 'production') process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0'
`,
    },
    {
      name: 'what a caller or the configuration decides',
      code: `
import https from 'node:https'
import { config } from './config.js'

export const agentFor = (verify: boolean) => new https.Agent({ rejectUnauthorized: verify })
export const configured = new https.Agent({ rejectUnauthorized: config.tls.verify })
`,
    },
    {
      name: 'a server, where the same option is about clients',
      code: `
import https from 'node:https'

export const server = https.createServer({ requestCert: true, rejectUnauthorized: false })
server.on('request', (request, response) => response.end(String((request.socket as never as { authorized: boolean }).authorized)))
`,
    },
    {
      name: 'an option of the same name in another package',
      code: `
import { createClient } from '@acme/http'

export const client = createClient({ rejectUnauthorized: false, checkServerIdentity: () => undefined })
`,
    },
    {
      name: 'RPC over HTTP whose certificate has the name that is expected, or flags that come from elsewhere',
      code: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const v2 = { Version: 2, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 1 }

export const connect = (binding: unknown) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags: 1 | 0x10, AuthnSchemes: [16], ServerCertificateSubject: 'msstd:mail' } })
export const other = (binding: unknown, Flags: number) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags, AuthnSchemes: [16] } })
`,
    },
    {
      name: 'a binding that takes certificates of trusted authorities, and one without certificates',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export const connect = (binding: unknown) => setAuth(binding, 'msstd:mail.corp.example', 6, 14, null, 0, { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 })
export const inDomain = (binding: unknown) => setAuth(binding, 'host/mail.corp.example', 6, 16, null, 0, { Version: 1, Capabilities: 5, IdentityTracking: 0, ImpersonationType: 2 })
`,
    },
    {
      name: 'a proxy that is verified',
      code: `
import { EnvHttpProxyAgent, ProxyAgent, setGlobalDispatcher } from 'undici'
import { ca } from './material.js'

setGlobalDispatcher(new ProxyAgent({ uri: 'https://proxy.example', proxyTls: { ca }, requestTls: { ca } }))
export const other = new EnvHttpProxyAgent({ connect: { ca }, requestTls: { ca } })
`,
    },
  ],
})
