import rule from '../../src/rules/no-weak-provider.js'
import { tester } from './tester.js'

const setAuth = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const qos = new Uint32Array([1, 1, 0, 2])
`
const kerberos = 'Use `RPC_C_AUTHN_GSS_KERBEROS` (16) or `RPC_C_AUTHN_GSS_NEGOTIATE` (9)'
const floor = "Use `minVersion: 'TLSv1.2'` or later"

tester.run('no-weak-provider', rule, {
  invalid: [
    {
      name: 'NTLM, by its constant',
      code: `
import koffi from 'koffi'
import { RPC_C_AUTHN_WINNT, RPC_C_AUTHN_LEVEL_PKT_PRIVACY } from './winrpc.js'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz)')
const RPC_C_AUTHN_NTLM = 10

export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', RPC_C_AUTHN_LEVEL_PKT_PRIVACY, RPC_C_AUTHN_NTLM, null, 0)
`,
      errors: [{ messageId: 'provider', data: { provider: 'ntlm', remedy: kerberos }, line: 8, column: 115, endLine: 8, endColumn: 131, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_GSS_NEGOTIATE`' }, output: `
import koffi from 'koffi'
import { RPC_C_AUTHN_WINNT, RPC_C_AUTHN_LEVEL_PKT_PRIVACY } from './winrpc.js'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz)')
const RPC_C_AUTHN_NTLM = 10

export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', RPC_C_AUTHN_LEVEL_PKT_PRIVACY, 9, null, 0)
` }] }],
    },
    {
      name: 'the default provider, which is NTLM, of a generated binding for Bun',
      code: `
import Rpcrt4, { RpcAuthnLevel, RpcAuthnService } from '@bun-win32/rpcrt4'

export function login(binding: bigint, spn: Buffer, qos: Uint32Array) {
  return Rpcrt4.RpcBindingSetAuthInfoExW(binding, spn, RpcAuthnLevel.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, RpcAuthnService.RPC_C_AUTHN_DEFAULT, null, 0, qos)
}
`,
      errors: [{ messageId: 'provider', data: { provider: 'ntlm', remedy: kerberos }, line: 5, column: 101, endLine: 5, endColumn: 136, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_GSS_NEGOTIATE`' }, output: `
import Rpcrt4, { RpcAuthnLevel, RpcAuthnService } from '@bun-win32/rpcrt4'

export function login(binding: bigint, spn: Buffer, qos: Uint32Array) {
  return Rpcrt4.RpcBindingSetAuthInfoExW(binding, spn, RpcAuthnLevel.RPC_C_AUTHN_LEVEL_PKT_PRIVACY, 9, null, 0, qos)
}
` }] }],
    },
    {
      name: 'a server that registers Digest',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterAuthInfoW: { parameters: ['buffer', 'u32', 'pointer', 'pointer'], result: 'i32' },
})

export const register = (spn: Uint16Array) => rpc.symbols.RpcServerRegisterAuthInfoW(spn, 21, null, null)
`,
      errors: [{ messageId: 'provider', data: { provider: 'digest', remedy: kerberos }, line: 6, column: 91, endLine: 6, endColumn: 93, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_GSS_NEGOTIATE`' }, output: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterAuthInfoW: { parameters: ['buffer', 'u32', 'pointer', 'pointer'], result: 'i32' },
})

export const register = (spn: Uint16Array) => rpc.symbols.RpcServerRegisterAuthInfoW(spn, 9, null, null)
` }] }],
    },
    {
      name: 'a proxy of COM',
      code: `
import * as ffi from 'ffi-napi'

const ole32 = ffi.Library('ole32', { CoSetProxyBlanket: ['int32', ['pointer', 'uint32', 'uint32', 'pointer', 'uint32', 'uint32', 'pointer', 'uint32']] })

export const blanket = (proxy: Buffer) => ole32.CoSetProxyBlanket(proxy, 10, 0, null, 6, 3, null, 0)
`,
      errors: [{ messageId: 'provider', data: { provider: 'ntlm', remedy: 'Use `RPC_C_AUTHN_DEFAULT` (-1), so that COM negotiates' }, line: 6, column: 74, endLine: 6, endColumn: 76, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_DEFAULT`' }, output: `
import * as ffi from 'ffi-napi'

const ole32 = ffi.Library('ole32', { CoSetProxyBlanket: ['int32', ['pointer', 'uint32', 'uint32', 'pointer', 'uint32', 'uint32', 'pointer', 'uint32']] })

export const blanket = (proxy: Buffer) => ole32.CoSetProxyBlanket(proxy, 0xffffffff, 0, null, 6, 3, null, 0)
` }] }],
    },
    {
      name: 'an old TLS version on a server',
      code: `
import https from 'node:https'

export const server = https.createServer({ minVersion: 'TLSv1', requestCert: true })
`,
      errors: [{
        messageId: 'floor', data: { version: 'TLSv1', remedy: floor }, line: 4, column: 44, endLine: 4, endColumn: 63,
        suggestions: [{ messageId: 'edit', data: { says: "Use `minVersion: 'TLSv1.2'`" }, output: `
import https from 'node:https'

export const server = https.createServer({ minVersion: 'TLSv1.2', requestCert: true })
` }],
      }],
    },
    {
      name: 'the method that sounds modern and accepts everything',
      code: `
import tls from 'node:tls'

export const socket = tls.connect(8883, 'broker.acme.example', { secureProtocol: 'TLS_method' })
`,
      errors: [{ messageId: 'floor', data: { version: 'TLSv1', remedy: floor }, line: 4, column: 66, endLine: 4, endColumn: 94, suggestions: [{ messageId: 'edit', data: { says: 'Remove `secureProtocol`' }, output: `
import tls from 'node:tls'

export const socket = tls.connect(8883, 'broker.acme.example', {})
` }] }],
    },
    {
      name: 'a default for the whole process',
      code: `
import tls from 'node:tls'

tls.DEFAULT_MIN_VERSION = 'TLSv1.1'
`,
      errors: [{
        messageId: 'floor', data: { version: 'TLSv1.1', remedy: "Set it to `'TLSv1.2'` or later" }, line: 4, column: 27, endLine: 4, endColumn: 36,
        suggestions: [{ messageId: 'edit', data: { says: "Use `'TLSv1.2'`" }, output: `
import tls from 'node:tls'

tls.DEFAULT_MIN_VERSION = 'TLSv1.2'
` }],
      }],
    },
    {
      name: 'a cipher list that lets weak ones in',
      code: `
import { Agent } from 'node:https'

const ciphers = ['ECDHE-RSA-AES128-GCM-SHA256', 'RC4-SHA', '!aNULL'].join(':')
export const agent = new Agent({ ciphers })
export const legacy = new Agent({ ciphers: 'DEFAULT:@SECLEVEL=0' })
`,
      errors: [
        { messageId: 'cipher', data: { cipher: 'RC4-SHA', remedy: 'Leave `ciphers` out: the default list is sound' }, line: 5, column: 34, endLine: 5, endColumn: 41, suggestions: [{ messageId: 'edit', data: { says: 'Remove `ciphers`' }, output: `
import { Agent } from 'node:https'

const ciphers = ['ECDHE-RSA-AES128-GCM-SHA256', 'RC4-SHA', '!aNULL'].join(':')
export const agent = new Agent({})
export const legacy = new Agent({ ciphers: 'DEFAULT:@SECLEVEL=0' })
` }] },
        { messageId: 'cipher', data: { cipher: '@SECLEVEL=0', remedy: 'Leave `ciphers` out: the default list is sound' }, line: 6, column: 35, endLine: 6, endColumn: 65, suggestions: [{ messageId: 'edit', data: { says: 'Remove `ciphers`' }, output: `
import { Agent } from 'node:https'

const ciphers = ['ECDHE-RSA-AES128-GCM-SHA256', 'RC4-SHA', '!aNULL'].join(':')
export const agent = new Agent({ ciphers })
export const legacy = new Agent({})
` }] },
      ],
    },
    {
      name: 'gRPC over a context of its own',
      code: `
import tls from 'node:tls'
import * as grpc from '@grpc/grpc-js'

const context = tls.createSecureContext({ minVersion: 'TLSv1.1' })
export const client = new grpc.Client('orders.internal:443', grpc.credentials.createFromSecureContext(context))
`,
      errors: [{ messageId: 'floor', data: { version: 'TLSv1.1', remedy: floor }, line: 5, column: 43, endLine: 5, endColumn: 64, suggestions: [{ messageId: 'edit', data: { says: "Use `minVersion: 'TLSv1.2'`" }, output: `
import tls from 'node:tls'
import * as grpc from '@grpc/grpc-js'

const context = tls.createSecureContext({ minVersion: 'TLSv1.2' })
export const client = new grpc.Client('orders.internal:443', grpc.credentials.createFromSecureContext(context))
` }] }],
    },
    {
      name: 'hardening raises the floor',
      code: `
import { connect } from 'node:http2'

export const session = connect('https://backend.internal', { minVersion: 'TLSv1.1' })
`,
      settings: { 'secure-rpc': { edits: 'hardening' } },
      output: `
import { connect } from 'node:http2'

export const session = connect('https://backend.internal', { minVersion: 'TLSv1.2' })
`,
      errors: [{ messageId: 'floor', data: { version: 'TLSv1.1', remedy: floor }, line: 4, column: 62, endLine: 4, endColumn: 83, suggestions: undefined }],
    },
    {
      name: 'RPC over HTTP that shows its password to the proxy in clear text',
      code: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const v2 = { Version: 2, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 1 }

const BASIC = 1
export const connect = (binding: unknown) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags: 0, AuthnSchemes: [BASIC] } })
`,
      errors: [{ messageId: 'provider', data: { provider: 'basic', remedy: 'Add `RPC_C_HTTP_FLAG_USE_SSL` (1) to `Flags`, or use `RPC_C_HTTP_AUTHN_SCHEME_NEGOTIATE` (16)' }, line: 8, column: 151, endLine: 8, endColumn: 156, suggestions: undefined }],
    },
    {
      name: 'ciphers of gRPC, which it reads when it is loaded',
      code: `
process.env.GRPC_SSL_CIPHER_SUITES = 'ALL:@SECLEVEL=0'
export const grpc = await import('@grpc/grpc-js')
`,
      errors: [{ messageId: 'cipher', data: { cipher: '@SECLEVEL=0', remedy: 'Remove it: the default list is sound' }, line: 2, column: 38, endLine: 2, endColumn: 55, suggestions: undefined }],
    },
    {
      name: 'the first version of NTLM',
      code: `
import { Client } from 'node-smb2'

export const share = (login: object) => new Client('nas.corp.example').authenticate({ ...login, forceNtlmVersion: 'v1' })
`,
      errors: [{ messageId: 'provider', data: { provider: 'ntlm', remedy: "Leave `forceNtlmVersion: 'v1'` out: its answers are cracked within hours" }, line: 4, column: 97, endLine: 4, endColumn: 119, suggestions: undefined }],
    },
    {
      name: 'renegotiation without proof, by name and by number',
      code: `
import { constants } from 'node:crypto'
import https from 'node:https'

export const agent = new https.Agent({ secureOptions: constants.SSL_OP_NO_TLSv1 | constants.SSL_OP_LEGACY_SERVER_CONNECT })
export const server = https.createServer({ secureOptions: 0x40000 })
`,
      errors: [
        { messageId: 'renegotiation', data: { remedy: 'Leave it out of `secureOptions`' }, line: 5, column: 40, endLine: 5, endColumn: 121, suggestions: undefined },
        { messageId: 'renegotiation', data: { remedy: 'Leave it out of `secureOptions`' }, line: 6, column: 44, endLine: 6, endColumn: 66, suggestions: undefined },
      ],
    },
    {
      name: 'nothing newer than what can be broken',
      code: `
import tls from 'node:tls'

export const connect = (host: string) => tls.connect({ host, maxVersion: 'TLSv1.1' })
tls.DEFAULT_MAX_VERSION = 'TLSv1'
`,
      errors: [
        { messageId: 'floor', data: { version: 'TLSv1.1', remedy: "Leave `maxVersion` out, and use `minVersion: 'TLSv1.2'` or later" }, line: 4, column: 62, endLine: 4, endColumn: 83, suggestions: undefined },
        { messageId: 'floor', data: { version: 'TLSv1', remedy: "Set it to `'TLSv1.3'`, or remove it" }, line: 5, column: 27, endLine: 5, endColumn: 34, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'Kerberos and a negotiation',
      code: `${setAuth}
export const one = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, qos)
export const other = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 9, null, 0, qos)
`,
    },
    {
      name: 'a provider out of the configuration',
      code: `${setAuth}
export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, Number(process.env.AUTHN_SERVICE), null, 0, qos)
`,
    },
    {
      name: 'a template for local calls, which have nothing but NTLM',
      code: `
import koffi from 'koffi'

const RpcBindingCreateW = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingCreateW(void *Template, void *Security, void *Options, _Out_ void **Binding)')

export function create(template: Buffer) {
  const binding: [unknown] = [null]
  const SecurityQos = { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2 }
  RpcBindingCreateW(template, { Version: 1, ServerPrincName: 'NT AUTHORITY\\\\SYSTEM', AuthnLevel: 6, AuthnSvc: 10, AuthIdentity: null, SecurityQos }, null, binding)
  return binding[0]
}
`,
    },
    {
      name: 'what COM negotiates by default',
      code: `
import koffi from 'koffi'

const CoSetProxyBlanket = koffi.load('ole32.dll').func('CoSetProxyBlanket', 'int32', ['void *', 'uint32', 'uint32', 'void *', 'uint32', 'uint32', 'void *', 'uint32'])
export const blanket = (proxy: unknown) => CoSetProxyBlanket(proxy, 0xffffffff, 0, null, 6, 3, null, 0)
`,
    },
    {
      name: 'TLS 1.3 and a list that only takes away',
      code: `
import https from 'node:https'

export const server = https.createServer({ minVersion: 'TLSv1.3', ciphers: 'HIGH:!aNULL:!MD5:!RC4:-3DES', requestCert: true })
`,
    },
    {
      name: 'a floor that somebody else chooses',
      code: `
import https from 'node:https'
import { options } from './options.js'

export const agent = new https.Agent({ minVersion: options.tls.min, ciphers: process.env.CIPHERS })
`,
    },
    {
      name: 'names of another library',
      code: `
import { connect, RPC_C_AUTHN_WINNT } from './directory.js'

export const directory = connect({ minVersion: 'TLSv1', provider: RPC_C_AUTHN_WINNT, ciphers: 'RC4-SHA' })
`,
    },
    {
      name: 'RPC over HTTP with TLS to the proxy, and with a negotiation',
      code: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const v2 = { Version: 2, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2, AdditionalSecurityInfoType: 1 }

export const connect = (binding: unknown) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags: 1, AuthnSchemes: [1] } })
export const negotiate = (binding: unknown) => setAuth(binding, 'exchangeMDB/mail', 6, 9, null, 0, { ...v2, HttpCredentials: { Flags: 0, AuthnSchemes: [16] } })
`,
    },
    {
      name: 'NTLM inside TLS, and its second version',
      code: `
import * as httpntlm from 'httpntlm'
import { Client } from 'node-smb2'

export const read = (login: object, done: () => void) => httpntlm.get({ ...login, url: 'https://reports.corp.example/' }, done)
export const share = (login: object) => new Client('nas.corp.example').authenticate({ ...login, forceNtlmVersion: 'v2' })
`,
    },
    {
      name: 'options of OpenSSL that take away',
      code: `
import { constants } from 'node:crypto'
import https from 'node:https'

export const agent = new https.Agent({ secureOptions: constants.SSL_OP_NO_TLSv1 | constants.SSL_OP_NO_TLSv1_1, maxVersion: 'TLSv1.2' })
`,
    },
  ],
})
