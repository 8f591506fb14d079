import rule from '../../src/rules/no-excess-impersonation.js'
import { tester } from './tester.js'

const identify = 'Set `ImpersonationType` to `RPC_C_IMP_LEVEL_IDENTIFY` (2)'
const pipe = 'Pass `SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`'

/** Windows RPC, bound by koffi. */
const native = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const impersonate = rpcrt4.func('int32 __stdcall RpcImpersonateClient(void *binding)')
const revert = rpcrt4.func('int32 __stdcall RpcRevertToSelf()')
`

tester.run('no-excess-impersonation', rule, {
  invalid: [
    {
      name: "the caller's metadata, handed on",
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, OrdersService } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
const server = new grpc.Server()
server.addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<unknown, unknown>, callback: grpc.sendUnaryData<unknown>) {
    upstream.getOrder(call.request, call.metadata, { deadline: Date.now() + 2000 }, callback)
  },
})
`,
      errors: [{ messageId: 'forwarded', data: { text: 'call.metadata' }, line: 9, column: 37, endLine: 9, endColumn: 50, suggestions: undefined }],
    },
    {
      name: 'a copy is the same credentials',
      code: `
import { Client, Server, credentials } from '@grpc/grpc-js'
import { JobsService, JobsClient } from './gen/jobs.js'

const jobs = new JobsClient('jobs.internal:443', credentials.createSsl())
const open = async ({ metadata, request }, callback) => {
  const onward = metadata.clone()
  jobs.open(request, onward, { deadline: Date.now() + 1000 }, callback)
}
new Server().addService(JobsService, { open })
`,
      errors: [{ messageId: 'forwarded', data: { text: 'metadata.clone()' }, line: 8, column: 22, endLine: 8, endColumn: 28, suggestions: undefined }],
    },
    {
      name: 'metadata that is merged into, and a token that is copied by hand, for a stream and in a handler known by its type',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, type Order, type OrderRef } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())

export const getOrder: grpc.handleUnaryCall<OrderRef, Order> = (call, callback) => {
  const metadata = new grpc.Metadata()
  metadata.merge(call.metadata)
  upstream.getOrder(call.request, metadata, { deadline: Date.now() + 2000 }, callback)
}

export function watch(call: grpc.ServerWritableStream<OrderRef, Order>) {
  const metadata = new grpc.Metadata()
  metadata.set('authorization', String(call.metadata.get('authorization')[0]))
  const stream = upstream.watch(call.request, metadata)
  stream.on('data', order => call.write(order))
}
`,
      errors: [
        { messageId: 'forwarded', data: { text: 'call.metadata' }, line: 9, column: 3, endLine: 9, endColumn: 32, suggestions: undefined },
        { messageId: 'forwarded', data: { text: "String(call.metadata.get('authorization'" }, line: 15, column: 3, endLine: 15, endColumn: 79, suggestions: undefined },
      ],
    },
    {
      name: 'a level in the structure of a binding',
      code: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const ImpersonationLevel = { identify: 2, impersonate: 3, delegate: 4 }

export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, {
  Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: ImpersonationLevel.delegate,
})
`,
      errors: [{ messageId: 'level', data: { level: 'delegate', remedy: identify }, line: 8, column: 53, endLine: 8, endColumn: 99, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_IMP_LEVEL_IDENTIFY`' }, output: `
import koffi from 'koffi'

const setAuth = koffi.load('rpcrt4.dll').func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const ImpersonationLevel = { identify: 2, impersonate: 3, delegate: 4 }

export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, {
  Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType: 2,
})
` }] }],
    },
    {
      name: 'bytes that are written one field at a time',
      code: `
const { symbols: rpc } = Deno.dlopen('rpcrt4.dll', {
  RpcBindingSetAuthInfoExW: { parameters: ['pointer', 'buffer', 'u32', 'u32', 'pointer', 'u32', 'buffer'], result: 'i32' },
})

export function login(binding: Deno.PointerValue, spn: Uint8Array) {
  const qos = new Uint32Array(4)
  qos[0] = 1
  qos[1] = 1
  qos[3] = 3
  return rpc.RpcBindingSetAuthInfoExW(binding, spn, 6, 16, null, 0, qos)
}
`,
      errors: [{ messageId: 'level', data: { level: 'impersonate', remedy: identify }, line: 10, column: 12, endLine: 10, endColumn: 13, suggestions: undefined }],
    },
    {
      name: 'local RPC that says nothing',
      code: `
import koffi from 'koffi'

const compose = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')

export function address() {
  const text: [string | null] = [null]
  compose(null, 'ncalrpc', null, 'acme-agent', null, text)
  return text[0]
}
`,
      errors: [{ messageId: 'level', data: { level: 'impersonate', remedy: "Pass `'Security=Identification Dynamic True'` as the options" }, line: 8, column: 48, endLine: 8, endColumn: 52, suggestions: [{ messageId: 'edit', data: { says: 'Let the server identify its caller, and no more' }, output: `
import koffi from 'koffi'

const compose = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')

export function address() {
  const text: [string | null] = [null]
  compose(null, 'ncalrpc', null, 'acme-agent', 'Security=Identification Dynamic True', text)
  return text[0]
}
` }] }],
    },
    {
      name: 'a pipe that is opened like a file',
      code: `
import * as ffi from 'ffi-napi'

const kernel32 = ffi.Library('kernel32', { CreateFileA: ['pointer', ['string', 'uint32', 'uint32', 'pointer', 'uint32', 'uint32', 'pointer']] })
const FILE_FLAG_OVERLAPPED = 0x40000000

export const open = (name: string) => kernel32.CreateFileA(\`\\\\\\\\.\\\\pipe\\\\\${name}\`, 0xc0000000, 0, null, 3, FILE_FLAG_OVERLAPPED, null)
`,
      errors: [{ messageId: 'level', data: { level: 'impersonate', remedy: pipe }, line: 7, column: 108, endLine: 7, endColumn: 128, suggestions: [{ messageId: 'edit', data: { says: 'Add `SECURITY_SQOS_PRESENT | SECURITY_IDENTIFICATION`' }, output: `
import * as ffi from 'ffi-napi'

const kernel32 = ffi.Library('kernel32', { CreateFileA: ['pointer', ['string', 'uint32', 'uint32', 'pointer', 'uint32', 'uint32', 'pointer']] })
const FILE_FLAG_OVERLAPPED = 0x40000000

export const open = (name: string) => kernel32.CreateFileA(\`\\\\\\\\.\\\\pipe\\\\\${name}\`, 0xc0000000, 0, null, 3, FILE_FLAG_OVERLAPPED | 0x110000, null)
` }] }],
    },
    {
      name: 'a moniker of WMI that delegates',
      code: `
import winax from 'winax'

export const cimv2 = new winax.Object('winmgmts:{impersonationLevel=delegate,authenticationLevel=pktPrivacy}!//hop/root/cimv2', { getobject: true })
`,
      errors: [{ messageId: 'level', data: { level: 'delegate', remedy: 'Use `impersonationLevel=impersonate`, which is what WMI needs' }, line: 4, column: 39, endLine: 4, endColumn: 127, suggestions: undefined }],
    },
    {
      name: 'a proxy of COM that delegates',
      code: `
import koffi from 'koffi'

const blanket = koffi.load('ole32.dll').func('CoSetProxyBlanket', 'int32', ['void *', 'uint32', 'uint32', 'void *', 'uint32', 'uint32', 'void *', 'uint32'])
const RPC_C_IMP_LEVEL_DELEGATE = 4

export const secure = (proxy: unknown) => blanket(proxy, 0xffffffff, 0, null, 6, RPC_C_IMP_LEVEL_DELEGATE, null, 0)
`,
      errors: [{ messageId: 'level', data: { level: 'delegate', remedy: 'Use `RPC_C_IMP_LEVEL_IMPERSONATE` (3), or `RPC_C_IMP_LEVEL_IDENTIFY` (2) where that is enough' }, line: 7, column: 82, endLine: 7, endColumn: 106, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_IMP_LEVEL_IMPERSONATE`' }, output: `
import koffi from 'koffi'

const blanket = koffi.load('ole32.dll').func('CoSetProxyBlanket', 'int32', ['void *', 'uint32', 'uint32', 'void *', 'uint32', 'uint32', 'void *', 'uint32'])
const RPC_C_IMP_LEVEL_DELEGATE = 4

export const secure = (proxy: unknown) => blanket(proxy, 0xffffffff, 0, null, 6, 3, null, 0)
` }] }],
    },
    {
      name: 'the program becomes its caller, and stays it',
      code: `${native}
import { readFileSync } from 'node:fs'

export function read(binding: unknown, file: string) {
  if (impersonate(binding) !== 0) throw new Error('impersonation failed')
  return readFileSync(file)
}
`,
      errors: [{ messageId: 'kept', data: { remedy: 'Call `RpcRevertToSelf` in a `finally` block' }, line: 11, column: 7, endLine: 11, endColumn: 27, suggestions: undefined }],
    },
    {
      name: 'the client of a pipe, with Bun',
      code: `
import { dlopen, FFIType } from 'bun:ffi'
import { rmSync } from 'node:fs'

const { symbols } = dlopen('advapi32.dll', { ImpersonateNamedPipeClient: { args: [FFIType.ptr], returns: FFIType.i32 } })

export class Worker {
  clean(pipe: number, folder: string) {
    const worked = symbols.ImpersonateNamedPipeClient(pipe)
    if (!worked) return
    rmSync(folder, { recursive: true })
  }
}
`,
      errors: [{ messageId: 'kept', data: { remedy: 'Call `RevertToSelf` in a `finally` block' }, line: 9, column: 20, endLine: 9, endColumn: 60, suggestions: undefined }],
    },
    {
      name: 'the default of Windows, where a structure is given',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')

export const connect = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 9, null, 0, new Uint32Array([1, 1, 0, 0]))
`,
      errors: [{ messageId: 'level', data: { level: 'impersonate', remedy: 'Set `ImpersonationType` to `RPC_C_IMP_LEVEL_IDENTIFY` (2)' }, line: 7, column: 127, endLine: 7, endColumn: 128, suggestions: undefined }],
    },
    {
      name: 'a written binding without a level',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const fromText = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')

export const open = (binding: [unknown]) => fromText('ncacn_np:files[\\\\pipe\\\\agent]', binding)
`,
      errors: [{ messageId: 'level', data: { level: 'impersonate', remedy: 'Add `Security=Identification Dynamic True` to the options of the binding' }, line: 7, column: 54, endLine: 7, endColumn: 85, suggestions: undefined }],
    },
    {
      name: 'delegation by a script of WMI, and by Kerberos',
      code: `
import { GSS_C_DELEG_FLAG, GSS_C_MUTUAL_FLAG, initializeClient } from 'kerberos'
import * as winax from 'winax'

export function connect(host: string) {
  const services = new winax.Object('WbemScripting.SWbemLocator').ConnectServer(host, 'root')
  services.Security_.ImpersonationLevel = 4
  return services
}
export const start = () => initializeClient('HTTP@a.corp.example', { flags: GSS_C_MUTUAL_FLAG | GSS_C_DELEG_FLAG })
`,
      errors: [
        { messageId: 'level', data: { level: 'delegate', remedy: 'Use `wbemImpersonationLevelImpersonate` (3), which is what WMI needs' }, line: 7, column: 43, endLine: 7, endColumn: 44, suggestions: undefined },
        { messageId: 'level', data: { level: 'delegate', remedy: 'Leave `GSS_C_DELEG_FLAG` (1) out' }, line: 10, column: 70, endLine: 10, endColumn: 113, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'a copy out of which the credentials are taken, and entries that are meant',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, OrdersService } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
new grpc.Server().addService(OrdersService, {
  getOrder(call, callback) {
    const metadata = call.metadata.clone()
    metadata.remove('authorization')
    upstream.getOrder(call.request, metadata, { deadline: Date.now() + 2000 }, callback)
  },
  listOrders(call, callback) {
    const metadata = new grpc.Metadata()
    metadata.set('traceparent', call.metadata.get('traceparent')[0])
    metadata.set('authorization', process.env.TOKEN)
    upstream.listOrders(call.request, metadata, { deadline: Date.now() + 2000 }, callback)
  },
})
`,
    },
    {
      name: 'credentials of this service, and the one entry that is meant',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, OrdersService } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
new grpc.Server().addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<unknown, unknown>, callback: grpc.sendUnaryData<unknown>) {
    const metadata = new grpc.Metadata()
    metadata.set('x-request-id', call.metadata.get('x-request-id')[0] ?? '')
    upstream.getOrder(call.request, metadata, { deadline: Date.now() + 2000 }, callback)
  },
})
`,
    },
    {
      name: 'metadata that no procedure was given',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export class Orders {
  private readonly client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
  get(id: string, metadata: grpc.Metadata, done: grpc.requestCallback<unknown>) {
    this.client.getOrder({ id }, metadata, { deadline: Date.now() + 2000 }, done)
  }
}
`,
    },
    {
      name: 'who calls, and no more',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const compose = rpcrt4.func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 seq, str16 addr, str16 endpoint, str16 options, _Out_ str16 *text)')

export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, new Uint32Array([1, 1, 0, 2]))
export const address = (text: [string | null]) => compose(null, 'ncacn_np', null, '\\\\pipe\\\\acme', 'Security=Identification Dynamic True', text)
`,
    },
    {
      name: 'WMI, which works as its caller',
      code: `
import winax from 'winax'

export const cimv2 = new winax.Object('winmgmts:{impersonationLevel=impersonate,authenticationLevel=pktPrivacy}!//srv1/root/cimv2', { getobject: true })
`,
    },
    {
      name: 'a level that is not known',
      code: `
import koffi from 'koffi'
import { securityQos } from '@acme/winrpc'

const setAuth = koffi.load('rpcrt4.dll').func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
export const login = (binding: unknown) => setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, securityQos())
export const configured = (binding: unknown, ImpersonationType: number) =>
  setAuth(binding, 'host/a.corp.example', 6, 16, null, 0, { Version: 1, Capabilities: 1, IdentityTracking: 0, ImpersonationType })
`,
    },
    {
      name: 'a file, which is nobody',
      code: `
import koffi from 'koffi'

const createFile = koffi.load('kernel32.dll').func('void * __stdcall CreateFileW(str16 name, uint32 access, uint32 share, void *sa, uint32 how, uint32 flags, void *template)')
export const log = () => createFile('C:\\\\ProgramData\\\\Acme\\\\agent.log', 0xc0000000, 0, null, 3, 0, null)
`,
    },
    {
      name: 'the program is itself again',
      code: `${native}
import { readFileSync } from 'node:fs'

const again = () => { if (revert() !== 0) process.exit(1) }
export function read(binding: unknown, file: string) {
  if (impersonate(binding) !== 0) throw new Error('impersonation failed')
  try { return readFileSync(file) } finally { again() }
}
export function inSteps(binding: unknown, file: string) {
  const status = impersonate(binding)
  if (status !== 0) return null
  const text = readFileSync(file)
  rpcrt4.func('int32 __stdcall RpcRevertToSelfEx(void *binding)')(binding)
  return text
}
`,
    },
    {
      name: 'whoever called goes on, or code that is not seen',
      code: `${native}
import { endImpersonation } from './missing.js'

export const begin = (binding: unknown) => impersonate(binding) === 0
export function work(binding: unknown, job: () => void) {
  if (impersonate(binding) !== 0) return
  job()
}
export function cleanUp(binding: unknown) {
  if (impersonate(binding) !== 0) return
  endImpersonation()
}
`,
    },
    {
      name: 'a written binding that says its level, or whose end is not known',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const fromText = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')

export const open = (binding: [unknown]) => fromText('ncalrpc:[agent,Security=Identification Dynamic True]', binding)
export const openNamed = (name: string, binding: [unknown]) => fromText(\`ncalrpc:[\${name}]\`, binding)
`,
    },
    {
      name: 'what WMI needs',
      code: `
import * as winax from 'winax'

export function connect(host: string) {
  const services = new winax.Object('WbemScripting.SWbemLocator').ConnectServer(host, 'root')
  services.Security_.ImpersonationLevel = 3
  return services
}
`,
    },
  ],
})
