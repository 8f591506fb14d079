import rule from '../../src/rules/require-mutual-authentication.js'
import { tester } from './tester.js'

const remedy = 'Call `RpcBindingSetAuthInfoEx` with the principal that is expected and `RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH` in `Capabilities`'

const native = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuthInfo = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz)')
const setAuthInfoEx = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
`

tester.run('require-mutual-authentication', rule, {
  invalid: [
    {
      name: 'the old function, which cannot ask for it',
      code: `${native}
export const login = (binding: unknown) => setAuthInfo(binding, 'host/a.corp.example', 6, 16, null, 0)
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 8, column: 44, endLine: 8, endColumn: 103, suggestions: undefined }],
    },
    {
      name: 'no quality of service',
      code: `${native}
export const login = (binding: unknown) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, null)
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 8, column: 106, endLine: 8, endColumn: 110, suggestions: undefined }],
    },
    {
      name: 'a structure without the capability',
      code: `${native}
const QOS = { Version: 1, Capabilities: 0, IdentityTracking: 0, ImpersonationType: 2 }

export const login = (binding: unknown) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, QOS)
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 8, column: 27, endLine: 8, endColumn: 42, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_C_QOS_CAPABILITIES_MUTUAL_AUTH`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuthInfo = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz)')
const setAuthInfoEx = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

const QOS = { Version: 1, Capabilities: 0x1, IdentityTracking: 0, ImpersonationType: 2 }

export const login = (binding: unknown) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, QOS)
` }] }],
    },
    {
      name: 'a buffer in which only another capability is written',
      code: `${native}
function qos(capabilities: number) {
  const bytes = Buffer.alloc(16)
  bytes.writeUInt32LE(1, 0)
  bytes.writeUInt32LE(capabilities, 4)
  bytes.writeUInt32LE(2, 12)
  return bytes
}

export const login = (binding: unknown) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, qos(0x4))
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 16, column: 110, endLine: 16, endColumn: 113, suggestions: undefined }],
    },
    {
      name: 'a view of the bytes, in Deno',
      code: `
const { symbols } = Deno.dlopen('rpcrt4.dll', {
  RpcBindingSetAuthInfoExW: { parameters: ['pointer', 'buffer', 'u32', 'u32', 'pointer', 'u32', 'buffer'], result: 'i32' },
})
const SPN = new TextEncoder().encode('host/a.corp.example')

export function login(binding: Deno.PointerValue) {
  const view = new DataView(new ArrayBuffer(16))
  view.setUint32(0, 1, true)
  view.setUint32(4, 0, true)
  view.setUint32(12, 2, true)
  return symbols.RpcBindingSetAuthInfoExW(binding, SPN, 6, 16, null, 0, new Uint8Array(view.buffer))
}
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 10, column: 21, endLine: 10, endColumn: 22, suggestions: undefined }],
    },
    {
      name: 'mutual authentication with nobody in particular',
      code: `${native}
const mutual = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }

export const login = (binding: unknown) => setAuthInfoEx(binding, null, 6, 16, null, 0, mutual)
`,
      errors: [{ messageId: 'principal', data: { remedy: 'Say which principal is expected' }, line: 10, column: 67, endLine: 10, endColumn: 71, suggestions: undefined }],
    },
    {
      name: 'a template of a local binding that is given no security at all',
      code: `
import koffi from 'koffi'

const create = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingCreateW(void *Template, void *Security, void *Options, _Out_ void **Binding)')

export function probe(template: Buffer) {
  const binding: [unknown] = [null]
  create(template, null, null, binding)
  return binding[0]
}
`,
      errors: [{ messageId: 'missing', data: { remedy }, line: 8, column: 20, endLine: 8, endColumn: 24, suggestions: undefined }],
    },
    {
      name: 'key and certificate the wrong way round',
      code: `
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as grpc from '@grpc/grpc-js'

const pem = (name: string) => readFileSync(join('/etc/acme/tls', name))
export const channel = grpc.credentials.createSsl(pem('ca.pem'), pem('client-cert.pem'), pem('client-key.pem'))
`,
      errors: [{
        messageId: 'swapped',
        data: { key: 'client-cert.pem', certificate: 'client-key.pem', remedy: 'Pass the private key second and the certificate chain third' },
        line: 7, column: 66, endLine: 7, endColumn: 88, suggestions: [{ messageId: 'edit', data: { says: 'Swap them' }, output: `
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as grpc from '@grpc/grpc-js'

const pem = (name: string) => readFileSync(join('/etc/acme/tls', name))
export const channel = grpc.credentials.createSsl(pem('ca.pem'), pem('client-key.pem'), pem('client-cert.pem'))
` }],
      }],
    },
    {
      name: 'the same in a pair of a server',
      code: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const ca = readFileSync('tls/ca.pem')
const tls = (pair: { private_key: Buffer; cert_chain: Buffer }) => grpc.ServerCredentials.createSsl(ca, [pair], true)
new grpc.Server().bindAsync('0.0.0.0:443', tls({ private_key: readFileSync('tls/server.crt'), cert_chain: readFileSync('tls/server.key') }), () => {})
`,
      errors: [{
        messageId: 'swapped',
        data: { key: 'tls/server.crt', certificate: 'tls/server.key', remedy: 'Give the private key as `private_key` and the certificate chain as `cert_chain`' },
        line: 7, column: 50, endLine: 7, endColumn: 93, suggestions: [{ messageId: 'edit', data: { says: 'Swap them' }, output: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'

const ca = readFileSync('tls/ca.pem')
const tls = (pair: { private_key: Buffer; cert_chain: Buffer }) => grpc.ServerCredentials.createSsl(ca, [pair], true)
new grpc.Server().bindAsync('0.0.0.0:443', tls({ private_key: readFileSync('tls/server.key'), cert_chain: readFileSync('tls/server.crt') }), () => {})
` }],
      }],
    },
    {
      name: 'neither a name nor an account of the server',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export function connect(binding: unknown) {
  const qos = Buffer.alloc(40)
  qos.writeUInt32LE(3, 0)
  qos.writeUInt32LE(1, 4)
  qos.writeUInt32LE(2, 12)
  return setAuth(binding, null, 6, 9, null, 0, qos)
}
`,
      errors: [{ messageId: 'principal', data: { remedy: 'Say which principal is expected' }, line: 12, column: 27, endLine: 12, endColumn: 31, suggestions: undefined }],
    },
    {
      name: 'flags of Kerberos that take the place of its own, and a password that any domain controller may judge',
      code: `
import { checkPassword, GSS_C_SEQUENCE_FLAG, initializeClient } from 'kerberos'

export const start = () => initializeClient('HTTP@a.corp.example', { flags: GSS_C_SEQUENCE_FLAG })
export const login = (user: string, password: string) => checkPassword(user, password, 'HTTP@a.corp.example')
`,
      errors: [
        { messageId: 'missing', data: { remedy: 'Add `GSS_C_MUTUAL_FLAG` (2) to `flags`' }, line: 4, column: 70, endLine: 4, endColumn: 96, suggestions: undefined },
        { messageId: 'missing', data: { remedy: 'Have the caller get a ticket, and check that with `initializeServer()`: whoever answers as the domain controller decides here' }, line: 5, column: 58, endLine: 5, endColumn: 110, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'the capability, the principal, and a good provider',
      code: `${native}
const Capabilities = { mutualAuth: 1 << 0, localHint: 1 << 4 }
const qos = { Version: 1, Capabilities: Capabilities.mutualAuth | Capabilities.localHint, IdentityTracking: 0, ImpersonationType: 2 }

export const login = (binding: unknown, host: string) => setAuthInfoEx(binding, \`host/\${host}\`, 6, 16, null, 0, qos)
`,
    },
    {
      name: 'words of a typed array',
      code: `${native}
const MUTUAL_AUTH = 1
const qos = new Uint32Array([1, MUTUAL_AUTH, 0, 2])

export const login = (binding: unknown) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, qos)
`,
    },
    {
      name: 'a structure that somebody else fills in',
      code: `${native}
import { fillQos } from './qos.js'

export const handed = (binding: unknown, qos: Buffer) => setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, qos)
export function filled(binding: unknown) {
  const qos = Buffer.alloc(16)
  fillQos(qos)
  return setAuthInfoEx(binding, 'host/a.corp.example', 6, 16, null, 0, qos)
}
`,
    },
    {
      name: 'a principal from the configuration',
      code: `${native}
const mutual = new Uint32Array([1, 1, 0, 2])

export const login = (binding: unknown) => setAuthInfoEx(binding, process.env.SERVER_SPN!, 6, 16, null, 0, mutual)
`,
    },
    {
      name: 'key and certificate in their places',
      code: `
import fs from 'node:fs'
import { credentials } from '@grpc/grpc-js'

export const channel = credentials.createSsl(fs.readFileSync('ca.crt'), fs.readFileSync('client.key'), fs.readFileSync('client.crt'))
`,
    },
    {
      name: 'a client that needs no certificate of its own',
      code: `
import { credentials } from '@grpc/grpc-js'

export const channel = credentials.createSsl(null, null, null)
`,
    },
    {
      name: 'the same name in another library',
      code: `
import koffi from 'koffi'

const setAuthInfo = koffi.load('fakerpc.dll').func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz)')
export const login = (binding: unknown) => setAuthInfo(binding, 'host/a.corp.example', 6, 16, null, 0)
`,
    },
    {
      name: 'the account of the server instead of its name',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export function connect(binding: unknown, sid: bigint) {
  const qos = Buffer.alloc(40)
  qos.writeUInt32LE(3, 0)
  qos.writeUInt32LE(1, 4)
  qos.writeUInt32LE(2, 12)
  qos.writeBigUInt64LE(sid, 32)
  return setAuth(binding, null, 6, 9, null, 0, qos)
}
export const connectTo = (binding: unknown, Sid: bigint) => setAuth(binding, null, 6, 9, null, 0, { Version: 3, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 0, u: null, Sid })
`,
    },
    {
      name: 'the flags that Kerberos has by itself',
      code: `
import { GSS_C_MUTUAL_FLAG, GSS_C_SEQUENCE_FLAG, initializeClient } from 'kerberos'

export const start = () => initializeClient('HTTP@a.corp.example')
export const startInOrder = () => initializeClient('HTTP@a.corp.example', { flags: GSS_C_MUTUAL_FLAG | GSS_C_SEQUENCE_FLAG })
`,
    },
  ],
})
