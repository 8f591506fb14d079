import rule from '../../src/rules/no-optional-authentication.js'
import { tester } from './tester.js'

const third = 'Pass `true` as the third argument, so that clients without a certificate of that CA are refused'
const node = 'Set `rejectUnauthorized: true`, or destroy sockets that are not `authorized`'

tester.run('no-optional-authentication', rule, {
  invalid: [
    {
      name: 'roots for clients that need not show a certificate',
      code: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const pair = { private_key: readFileSync('tls.key'), cert_chain: readFileSync('tls.crt') }
new grpc.Server().bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(readFileSync('clients-ca.pem'), [pair]), () => {})
`,
      errors: [{ messageId: 'optional', data: { remedy: third }, line: 6, column: 44, endLine: 6, endColumn: 116, suggestions: [{ messageId: 'edit', data: { says: 'Require client certificates' }, output: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const pair = { private_key: readFileSync('tls.key'), cert_chain: readFileSync('tls.crt') }
new grpc.Server().bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(readFileSync('clients-ca.pem'), [pair], true), () => {})
` }] }],
    },
    {
      name: 'the third argument says so',
      code: `
import { ServerCredentials, type Server } from '@grpc/grpc-js'

export class Listener {
  constructor(private readonly ca: Buffer, private readonly pairs: { private_key: Buffer; cert_chain: Buffer }[]) {}
  open(server: Server) {
    const requireCertificate = false
    server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(this.ca, this.pairs, requireCertificate), () => {})
  }
}
`,
      errors: [{ messageId: 'optional', data: { remedy: third }, line: 8, column: 86, endLine: 8, endColumn: 104, suggestions: [{ messageId: 'edit', data: { says: 'Require client certificates' }, output: `
import { ServerCredentials, type Server } from '@grpc/grpc-js'

export class Listener {
  constructor(private readonly ca: Buffer, private readonly pairs: { private_key: Buffer; cert_chain: Buffer }[]) {}
  open(server: Server) {
    const requireCertificate = false
    server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(this.ca, this.pairs, true), () => {})
  }
}
` }] }],
    },
    {
      name: 'a server of HTTPS that asks and lets everybody in',
      code: `
import https from 'node:https'

export const server = https.createServer({
  key: process.env.KEY,
  requestCert: true,
  rejectUnauthorized: false,
}, (request, response) => response.end('hello'))
`,
      errors: [{
        messageId: 'optional', data: { remedy: node }, line: 7, column: 3, endLine: 7, endColumn: 28,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `rejectUnauthorized: true`' }, output: `
import https from 'node:https'

export const server = https.createServer({
  key: process.env.KEY,
  requestCert: true,
  rejectUnauthorized: true,
}, (request, response) => response.end('hello'))
` }],
      }],
    },
    {
      name: 'a server that refuses certificates it never asks for',
      code: `
import { createServer } from 'node:tls'

export const server = createServer({ key: process.env.KEY, cert: process.env.CERT, rejectUnauthorized: true })
`,
      errors: [{
        messageId: 'unasked', data: { remedy: 'Add `requestCert: true`' }, line: 4, column: 84, endLine: 4, endColumn: 108,
        suggestions: [{ messageId: 'edit', data: { says: 'Add `requestCert: true`' }, output: `
import { createServer } from 'node:tls'

export const server = createServer({ requestCert: true, key: process.env.KEY, cert: process.env.CERT, rejectUnauthorized: true })
` }],
      }],
    },
    {
      name: 'options in a variable',
      code: `
import http2 from 'node:http2'

const options = { ca: process.env.CLIENTS_CA, requestCert: true, rejectUnauthorized: false }
export const server = http2.createSecureServer(options)
`,
      errors: [{
        messageId: 'optional', data: { remedy: node }, line: 4, column: 66, endLine: 4, endColumn: 91,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `rejectUnauthorized: true`' }, output: `
import http2 from 'node:http2'

const options = { ca: process.env.CLIENTS_CA, requestCert: true, rejectUnauthorized: true }
export const server = http2.createSecureServer(options)
` }],
      }],
    },
    {
      name: 'hardening asks for certificates',
      code: `
import { createServer } from 'node:https'

export const server = createServer({ ca: process.env.CLIENTS_CA, requestCert: true, rejectUnauthorized: false })
`,
      settings: { 'secure-rpc': { edits: 'hardening' } },
      output: `
import { createServer } from 'node:https'

export const server = createServer({ ca: process.env.CLIENTS_CA, requestCert: true, rejectUnauthorized: true })
`,
      errors: [{ messageId: 'optional', data: { remedy: node }, line: 4, column: 85, endLine: 4, endColumn: 110, suggestions: undefined }],
    },
    {
      name: 'a provider registered for an interface that everybody may call',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerAuth = rpcrt4.func('int32 __stdcall RpcServerRegisterAuthInfoW(str16 spn, uint32 svc, void *fn, void *arg)')
const registerIf = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')

export function start(spec: unknown) {
  registerAuth('host/mail.corp.example', 16, null, null)
  registerIf(spec, null, null, 0, 1234, 65_536, null)
}
`,
      errors: [{ messageId: 'registered', data: { remedy: 'Give the interface `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller' }, line: 9, column: 3, endLine: 9, endColumn: 57, suggestions: undefined }],
    },
    {
      name: 'certificates from a provider, and no authority to check them with',
      code: `
import { experimental, Server } from '@grpc/grpc-js'
import { identity } from './certificates.js'

new Server().bindAsync('0.0.0.0:443', experimental.createCertificateProviderServerCredentials(identity, null, true), () => {})
`,
      errors: [{ messageId: 'unasked', data: { remedy: 'Give the provider of your clients’ CA as the second argument, which is the one that is read' }, line: 5, column: 111, endLine: 5, endColumn: 115, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'certificates and an authority from providers',
      code: `
import { experimental, Server } from '@grpc/grpc-js'
import { authority, identity } from './certificates.js'

new Server().bindAsync('0.0.0.0:443', experimental.createCertificateProviderServerCredentials(identity, authority, true), () => {})
`,
    },
    {
      name: 'certificates that are required',
      code: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

export const credentials = grpc.ServerCredentials.createSsl(readFileSync('ca.pem'), [], true)
`,
    },
    {
      name: 'TLS that is about the server alone',
      code: `
import https from 'node:https'
import { ServerCredentials } from '@grpc/grpc-js'

export const credentials = ServerCredentials.createSsl(null, [{ private_key: Buffer.from(process.env.KEY!), cert_chain: Buffer.from(process.env.CERT!) }])
export const server = https.createServer({ key: process.env.KEY, cert: process.env.CERT })
`,
    },
    {
      name: 'a server that turns the unauthorized away itself',
      code: `
import tls from 'node:tls'

export const server = tls.createServer({ requestCert: true, rejectUnauthorized: false }, socket => {
  if (!socket.authorized) return socket.destroy()
  socket.pipe(socket)
})
`,
    },
    {
      name: 'a flag that comes from elsewhere',
      code: `
import { ServerCredentials } from '@grpc/grpc-js'
import { config } from './config.js'

export const configured = (ca: Buffer) => ServerCredentials.createSsl(ca, [], config.requireClientCertificate)
`,
    },
    {
      name: 'an interface for authenticated callers only',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerAuth = rpcrt4.func('int32 __stdcall RpcServerRegisterAuthInfoW(str16 spn, uint32 svc, void *fn, void *arg)')
const registerIf = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')

export function start(spec: unknown) {
  registerAuth('host/mail.corp.example', 16, null, null)
  registerIf(spec, null, null, 0x8, 1234, 65_536, null)
}
`,
    },
    {
      name: 'a client, where the same options are about the server',
      code: `
import https from 'node:https'

export const agent = new https.Agent({ rejectUnauthorized: true })
`,
    },
  ],
})
