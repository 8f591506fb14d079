import rule from '../../src/rules/no-self-asserted-principal.js'
import { tester } from './tester.js'

const windows = 'Say which principal is expected'
const names = 'Build the name from what this program wants to reach, or compare it with that first'

const native = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const inqPrincipal = rpcrt4.func('int32 __stdcall RpcMgmtInqServerPrincNameW(void *b, uint32 svc, _Out_ str16 *name)')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const qos = new Uint32Array([1, 1, 0, 2])
`

tester.run('no-self-asserted-principal', rule, {
  invalid: [
    {
      name: 'the server is asked for its principal',
      code: `${native}
export function login(binding: unknown) {
  const name: [string | null] = [null]
  if (inqPrincipal(binding, 9, name) !== 0) throw new Error('no principal')
  return setAuth(binding, name[0], 6, 9, null, 0, qos)
}
`,
      errors: [{ messageId: 'asked', data: { remedy: windows }, line: 12, column: 27, endLine: 12, endColumn: 34, suggestions: undefined }],
    },
    {
      name: 'the answer in a variable',
      code: `${native}
export const login = (binding: unknown) => {
  const out: [string | null] = [null]
  inqPrincipal(binding, 9, out)
  const principal = out[0]
  if (principal === null) return -1
  return setAuth(binding, principal, 6, 9, null, 0, qos)
}
`,
      errors: [{ messageId: 'asked', data: { remedy: windows }, line: 14, column: 27, endLine: 14, endColumn: 36, suggestions: undefined }],
    },
    {
      name: 'the name that is looked for stands in the certificate that is shown',
      code: `
import tls from 'node:tls'

export const socket = tls.connect({
  host: '10.0.0.7', port: 6514,
  checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(certificate.subject.CN, certificate),
})
`,
      errors: [{ messageId: 'asked', data: { remedy: names }, line: 6, column: 3, endLine: 6, endColumn: 108, suggestions: undefined }],
    },
    {
      name: 'the same in credentials of gRPC',
      code: `
import { checkServerIdentity } from 'node:tls'
import * as grpc from '@grpc/grpc-js'

const channel = grpc.credentials.createSsl(null, null, null, {
  checkServerIdentity: (_host, cert) => checkServerIdentity(String(cert.subject.CN), cert),
})
export const client = new grpc.Client('10.0.0.7:443', channel)
`,
      errors: [{ messageId: 'asked', data: { remedy: names }, line: 6, column: 3, endLine: 6, endColumn: 91, suggestions: undefined }],
    },
    {
      name: 'a server of gRPC that said its name before: in a callback, and as a promise',
      code: `
import { promisify } from 'node:util'
import * as grpc from '@grpc/grpc-js'
import { RegistryClient, RoomsClient } from './gen/rooms.js'

const secure = grpc.credentials.createSsl()

export function connect(address: string, done: (rooms: RoomsClient) => void) {
  const first = new RegistryClient(address, secure)
  first.whoami({}, { deadline: Date.now() + 1000 }, (error, reply) => {
    if (!error) done(new RoomsClient(address, secure, { 'grpc.ssl_target_name_override': reply.host }))
  })
}

const ask = new RegistryClient('10.0.4.9:443', secure)
const { host } = await promisify(ask.whoami.bind(ask))({})
export const rooms = new RoomsClient('10.0.4.9:443', secure, { 'grpc.ssl_target_name_override': host })
`,
      errors: [
        { messageId: 'asked', data: { remedy: names }, line: 11, column: 57, endLine: 11, endColumn: 100, suggestions: undefined },
        { messageId: 'asked', data: { remedy: names }, line: 17, column: 64, endLine: 17, endColumn: 101, suggestions: undefined /* NONE */ },
      ],
    },
  ],
  valid: [
    {
      name: 'a name that another server knows, one that is compared, and one of our own',
      code: `
import { promisify } from 'node:util'
import * as grpc from '@grpc/grpc-js'
import { RegistryClient, RoomsClient } from './gen/rooms.js'

const secure = grpc.credentials.createSsl()
const ROOMS = new Set(['rooms-1.internal', 'rooms-2.internal'])

export async function connect(address: string) {
  const registry = new RegistryClient('registry.internal:443', secure)
  const found = await promisify(registry.find.bind(registry))({ service: 'rooms' })
  const first = new RegistryClient(address, secure)
  const reply = await promisify(first.whoami.bind(first))({})
  if (!ROOMS.has(reply.host)) throw new Error('not one of ours')
  return [
    new RoomsClient(found.address, secure, { 'grpc.ssl_target_name_override': found.host }),
    new RoomsClient(address, secure, { 'grpc.ssl_target_name_override': reply.host }),
    new RoomsClient(address, secure, { 'grpc.ssl_target_name_override': 'rooms.internal' }),
  ]
}
`,
    },
    {
      name: 'a principal of its own making',
      code: `${native}
export const login = (binding: unknown, host: string) => setAuth(binding, \`ldap/\${host}\`, 6, 9, null, 0, qos)
`,
    },
    {
      name: 'an answer that is compared with a list',
      code: `${native}
const SERVERS = ['host/a.corp.example', 'host/b.corp.example']

export function login(binding: unknown) {
  const name: [string | null] = [null]
  inqPrincipal(binding, 9, name)
  if (!SERVERS.includes(name[0]!)) throw new Error('another server')
  return setAuth(binding, name[0], 6, 9, null, 0, qos)
}
`,
    },
    {
      name: 'an answer that is only shown',
      code: `${native}
export function login(binding: unknown) {
  const name: [string | null] = [null]
  inqPrincipal(binding, 9, name)
  console.log('this server calls itself', name[0])
  return setAuth(binding, 'host/a.corp.example', 6, 9, null, 0, qos)
}
`,
    },
    {
      name: 'a name of the program, whatever the address is',
      code: `
import tls from 'node:tls'

export const socket = tls.connect({
  host: '10.0.0.7', port: 6514,
  checkServerIdentity: (_host, certificate) => tls.checkServerIdentity('logs.acme.example', certificate),
})
`,
    },
    {
      name: 'principals from somewhere else',
      code: `${native}
export const login = (binding: unknown, principal: string) => setAuth(binding, principal, 6, 9, null, 0, qos)
`,
    },
    {
      name: 'the same name in another library',
      code: `
import koffi from 'koffi'

const lib = koffi.load('directory.dll')
const inqPrincipal = lib.func('int32 RpcMgmtInqServerPrincNameW(void *b, uint32 svc, _Out_ str16 *name)')
const setAuth = lib.func('int32 RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export function login(binding: unknown) {
  const name: [string | null] = [null]
  inqPrincipal(binding, 9, name)
  return setAuth(binding, name[0], 6, 9, null, 0, new Uint32Array([1, 1, 0, 2]))
}
`,
    },
  ],
})
