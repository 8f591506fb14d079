import rule from '../../src/rules/require-client-authentication.js'
import { tester } from './tester.js'

const secureOnly = 'Give the interface `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller'

tester.run('require-client-authentication', rule, {
  invalid: [
    {
      name: 'servers of Twirp before which nothing stands',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
const open = createTwirpServer([{ name: 'Hats', methods: { MakeHat: { name: 'MakeHat', handler: (size: { inches: number }) => size, input: tls.input, output: tls.output } } }])
createServer({ key: tls.key, cert: tls.cert }, open).listen(8444, '0.0.0.0')
createServer({ key: tls.key, cert: tls.cert }, server.httpHandler()).listen(8445, '0.0.0.0')
`,
      errors: [
        { messageId: 'anybody', data: { remedy: 'Give the server a hook, or what `use()` takes, that refuses calls without a token' }, line: 9, column: 1, endLine: 9, endColumn: 77, suggestions: undefined },
        { messageId: 'anybody', data: { remedy: 'Give the server a hook, or what `use()` takes, that refuses calls without a token' }, line: 10, column: 1, endLine: 10, endColumn: 93, suggestions: undefined },
      ],
    },
    {
      name: 'one of two servers with the same credentials',
      code: `
import { ServerCredentials } from '@grpc/grpc-js'
import { createServer, ServerError, Status, type CallContext, type ServerMiddlewareCall } from 'nice-grpc'
import { OrdersDefinition } from './gen/orders.js'

async function* authenticate<Q, R>(call: ServerMiddlewareCall<Q, R>, context: CallContext) {
  if (!context.metadata.has('authorization')) throw new ServerError(Status.UNAUTHENTICATED, 'no token')
  return yield* call.next(call.request, context)
}
const orders = { getOrder: async (order: { id: string }) => ({ id: order.id }) }
const tls = ServerCredentials.createSsl(null, [])
const open = createServer()
open.add(OrdersDefinition, orders)
await open.listen('0.0.0.0:50051', tls)
const closed = createServer().use(authenticate)
closed.add(OrdersDefinition, orders)
await closed.listen('0.0.0.0:50052', tls)
`,
      errors: [{ messageId: 'anybody', line: 14, column: 7, endLine: 14, endColumn: 40, suggestions: undefined }],
    },
    {
      name: 'the oldest way to register an interface',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const RpcServerRegisterIf = rpcrt4.func('int32 __stdcall RpcServerRegisterIf(void *spec, void *type, void *epv)')

export const register = (spec: unknown) => RpcServerRegisterIf(spec, null, null)
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Call `RpcServerRegisterIf3` with `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller' }, line: 7, column: 44, endLine: 7, endColumn: 81, suggestions: undefined }],
    },
    {
      name: 'flags that restrict something else',
      code: `
import { load } from 'koffi'

const register = load('C:\\\\Windows\\\\System32\\\\rpcrt4.dll').func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const RPC_IF_AUTOLISTEN = 0x1
const RPC_IF_ALLOW_LOCAL_ONLY = 0x20

export class Spooler {
  constructor(private readonly spec: unknown) {}
  start() {
    register(this.spec, null, null, RPC_IF_AUTOLISTEN | RPC_IF_ALLOW_LOCAL_ONLY, 1234, 65_536, null)
  }
}
`,
      errors: [{ messageId: 'anybody', data: { remedy: secureOnly }, line: 11, column: 37, endLine: 11, endColumn: 80, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import { load } from 'koffi'

const register = load('C:\\\\Windows\\\\System32\\\\rpcrt4.dll').func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const RPC_IF_AUTOLISTEN = 0x1
const RPC_IF_ALLOW_LOCAL_ONLY = 0x20

export class Spooler {
  constructor(private readonly spec: unknown) {}
  start() {
    register(this.spec, null, null, RPC_IF_AUTOLISTEN | RPC_IF_ALLOW_LOCAL_ONLY | 0x8, 1234, 65_536, null)
  }
}
` }] }],
    },
    {
      name: 'Deno, with neither flag, callback nor descriptor',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIf3: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function', 'pointer'], result: 'i32' },
})

export function register(spec: Deno.PointerValue) {
  return rpc.symbols.RpcServerRegisterIf3(spec, null, null, 0, 1234, 65_536, null, null)
}
`,
      errors: [{ messageId: 'anybody', data: { remedy: secureOnly }, line: 7, column: 61, endLine: 7, endColumn: 62, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIf3: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function', 'pointer'], result: 'i32' },
})

export function register(spec: Deno.PointerValue) {
  return rpc.symbols.RpcServerRegisterIf3(spec, null, null, 0x8, 1234, 65_536, null, null)
}
` }] }],
    },
    {
      name: 'a generated binding for Bun',
      code: `
import Rpcrt4 from '@bun-win32/rpcrt4'

const NO_FLAGS = 0
export const register = (spec: bigint) => Rpcrt4.RpcServerRegisterIfEx(spec, null, null, NO_FLAGS, 100, null)
`,
      errors: [{ messageId: 'anybody', data: { remedy: secureOnly }, line: 5, column: 90, endLine: 5, endColumn: 98, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import Rpcrt4 from '@bun-win32/rpcrt4'

const NO_FLAGS = 0
export const register = (spec: bigint) => Rpcrt4.RpcServerRegisterIfEx(spec, null, null, NO_FLAGS | 0x8, 100, null)
` }] }],
    },
    {
      name: 'a COM server without a descriptor',
      code: `
import koffi from 'koffi'

const ole32 = koffi.load('ole32.dll')
const initSecurity = ole32.func('CoInitializeSecurity', 'int32', ['void *', 'int32', 'void *', 'void *', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const registerClass = ole32.func('CoRegisterClassObject', 'int32', ['void *', 'void *', 'uint32', 'uint32', 'void *'])

export function serve(clsid: Buffer, factory: unknown) {
  initSecurity(null, -1, null, null, 6, 2, null, 0, null)
  registerClass(clsid, factory, 4, 1, [0])
}
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Pass a security descriptor that says who may call' }, line: 9, column: 16, endLine: 9, endColumn: 20, suggestions: undefined }],
    },
    {
      name: 'a helper that is told not to ask',
      code: `
import koffi from 'koffi'

const registerIf2 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')

function register(spec: unknown, flags: number, callback: unknown) {
  if (registerIf2(spec, null, null, flags, 1234, 65_536, callback) !== 0) throw new Error('not registered')
}

export const publish = (spec: unknown) => register(spec, 0, null)
`,
      errors: [{ messageId: 'anybody', data: { remedy: secureOnly }, line: 10, column: 58, endLine: 10, endColumn: 59, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import koffi from 'koffi'

const registerIf2 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')

function register(spec: unknown, flags: number, callback: unknown) {
  if (registerIf2(spec, null, null, flags, 1234, 65_536, callback) !== 0) throw new Error('not registered')
}

export const publish = (spec: unknown) => register(spec, 0x8, null)
` }] }],
    },
    {
      name: 'a server of gRPC whose handlers ask nobody who it is, and a helper of theirs does not either',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load, pair } from './orders.js'

const answer = (call, callback) => load(call.request.id).then(order => callback(null, order), callback)

function serve(port: number) {
  const server = new grpc.Server({ 'grpc.max_concurrent_streams': 100 })
  server.addService(OrdersService, {
    getOrder: answer,
    listOrders(call, callback) { answer(call, callback) },
  })
  server.bindAsync(\`0.0.0.0:\${port}\`, grpc.ServerCredentials.createSsl(null, [pair]), () => {})
}

serve(443)
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give `createSsl()` the CA of your clients and `true`, or the server an interceptor that refuses calls without a token' }, line: 13, column: 39, endLine: 13, endColumn: 85, suggestions: undefined }],
    },
    {
      name: 'an interceptor that only looks on is no guard',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, pair } from './orders.js'

const timing: grpc.ServerInterceptor = ({ path }, call) => new grpc.ServerInterceptingCall(call, {
  sendStatus(status, next) { console.log(path, status.code); next(status) },
})

const server = new grpc.Server({ interceptors: [timing, (method, call) => new grpc.ServerInterceptingCall(call)] })
server.addService(OrdersService, { getOrder: (call, callback) => callback(null, { id: call.request.id }) })
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), () => {})
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give `createSsl()` the CA of your clients and `true`, or the server an interceptor that refuses calls without a token' }, line: 11, column: 33, endLine: 11, endColumn: 79, suggestions: undefined }],
    },
    {
      name: 'certificates of any authority',
      code: `
import https from 'node:https'
import * as grpc from '@grpc/grpc-js'
import { cert, key, pair } from './material.js'

new grpc.Server().bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair], true), () => {})
https.createServer({ key, cert, requestCert: true, rejectUnauthorized: true }).listen(444)
`,
      errors: [
        { messageId: 'anyAuthority', data: { remedy: 'Give `createSsl()` the CA of your clients as its first argument' }, line: 6, column: 77, endLine: 6, endColumn: 81, suggestions: undefined },
        { messageId: 'anyAuthority', data: { remedy: 'Give the CA of your clients as `ca`' }, line: 7, column: 20, endLine: 7, endColumn: 78, suggestions: undefined },
      ],
    },
    {
      name: 'callbacks for callers without authentication, and no callback',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10

export const register = (spec: unknown) => registerIf2(spec, null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH, 1234, 4096, null)
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give the interface `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller' }, line: 8, column: 74, endLine: 8, endColumn: 109, suggestions: [{ messageId: 'edit', data: { says: 'Add `RPC_IF_ALLOW_SECURE_ONLY`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const registerIf2 = rpcrt4.func('RpcServerRegisterIf2', 'int32', ['void *', 'void *', 'void *', 'uint32', 'uint32', 'uint32', 'void *'])
const RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH = 0x10

export const register = (spec: unknown) => registerIf2(spec, null, null, RPC_IF_ALLOW_CALLBACKS_WITH_NO_AUTH | 0x8, 1234, 4096, null)
` }] }],
    },
    {
      name: 'a function that is made of its address',
      code: `
import * as ffi from 'ffi-napi'

const library = new ffi.DynamicLibrary('rpcrt4.dll')
const registerIf = ffi.ForeignFunction(library.get('RpcServerRegisterIf'), 'int32', ['pointer', 'pointer', 'pointer'])
export const register = (spec: Buffer) => registerIf(spec, null, null)
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Call `RpcServerRegisterIf3` with `RPC_IF_ALLOW_SECURE_ONLY` (8), and a callback that looks at the caller' }, line: 6, column: 43, endLine: 6, endColumn: 71, suggestions: undefined }],
    },
    {
      name: 'a server of tRPC without a context, whose procedures ask nobody',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ all: t.procedure.query(() => notes.all()), more: { clear: t.procedure.mutation(() => notes.clear()) } })
createHTTPServer({ router }).listen({ port: 3000, host: '0.0.0.0' })
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give it a `createContext` that finds out who calls, and procedures that refuse strangers' }, line: 7, column: 1, endLine: 7, endColumn: 69, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'servers of Twirp that refuse strangers',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
server.use({ requestReceived(ctx) { if (ctx.req.headers.authorization !== tls.token) throw new TwirpError(TwirpErrorCode.Unauthenticated, 'no') } })
createServer({ key: tls.key, cert: tls.cert }, server.httpHandler()).listen(8443, '0.0.0.0')
const open = createTwirpServer([hats])
createServer({ key: tls.key, cert: tls.cert, requestCert: true, ca: tls.ca }, open).listen(8444, '0.0.0.0')
createServer(tls.options(), open).listen(8445, '0.0.0.0')
`,
    },
    {
      name: 'servers of gRPC that know their callers: certificates, an interceptor, handlers that look or refuse',
      code: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { OrdersService, authorize, pair } from './orders.js'

const answer = (call, callback) => callback(null, { id: call.request.id })
const ca = readFileSync('/run/tls/clients.pem')
const bound = () => {}

const certified = new grpc.Server()
certified.addService(OrdersService, { getOrder: answer })
certified.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(ca, [pair], true), bound)

const guarded = new grpc.Server({
  interceptors: [(method, call) => new grpc.ServerInterceptingCall(call, {
    start: next => next({
      onReceiveMetadata(metadata, nextMetadata) {
        if (metadata.get('authorization')[0] !== process.env.TOKEN) call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: '' })
        else nextMetadata(metadata)
      },
    }),
  })],
})
guarded.addService(OrdersService, { getOrder: answer })
guarded.bindAsync('0.0.0.0:444', grpc.ServerCredentials.createSsl(null, [pair]), bound)

const looking = new grpc.Server()
looking.addService(OrdersService, {
  getOrder({ metadata, request }, callback) { console.log(metadata.get('x-user')); callback(null, { id: request.id }) },
  cancelOrder(call, callback) { authorize(call); callback(null, { id: call.request.id }) },
})
looking.bindAsync('0.0.0.0:445', grpc.ServerCredentials.createSsl(null, [pair]), bound)

const local = new grpc.Server()
local.addService(OrdersService, { getOrder: answer })
local.bindAsync('127.0.0.1:446', grpc.ServerCredentials.createSsl(null, [pair]), bound)

const experimental = new grpc.Server()
experimental.addService(OrdersService, { getOrder: answer })
experimental.bindAsync('0.0.0.0:447', grpc.experimental.createServerCredentialsWithInterceptors(grpc.ServerCredentials.createSsl(null, [pair]), [authorize]), bound)
`,
    },
    {
      name: 'servers and handlers of which not all is seen',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, handlers, interceptors, pair } from './orders.js'

export function listen(given: grpc.Server, options: grpc.ServerOptions) {
  const answer = (call, callback) => callback(null, { id: call.request.id })
  const tls = grpc.ServerCredentials.createSsl(null, [pair])
  given.addService(OrdersService, { getOrder: answer })
  given.bindAsync('0.0.0.0:443', tls, () => {})
  const optioned = new grpc.Server(options)
  optioned.addService(OrdersService, { getOrder: answer })
  optioned.bindAsync('0.0.0.0:444', tls, () => {})
  const intercepted = new grpc.Server({ interceptors })
  intercepted.addService(OrdersService, { getOrder: answer })
  intercepted.bindAsync('0.0.0.0:445', tls, () => {})
  const hooked = new grpc.Server({ interceptors: [(method, call) => new grpc.ServerInterceptingCall(call, interceptors.hooks)] })
  hooked.addService(OrdersService, { getOrder: answer })
  hooked.bindAsync('0.0.0.0:447', tls, () => {})
  const elsewhere = new grpc.Server()
  elsewhere.addService(OrdersService, handlers)
  elsewhere.bindAsync('0.0.0.0:446', tls, () => {})
}
`,
    },
    {
      name: 'certificates that are asked of an authority that is named, or may be',
      code: `
import { readFileSync } from 'node:fs'
import https from 'node:https'
import tls from 'node:tls'

const ca = readFileSync('/run/tls/clients.pem')
https.createServer({ requestCert: true, ca })
https.createServer({ requestCert: true, pfx: readFileSync('/run/tls/all.pfx') })
tls.createServer({ requestCert: true, rejectUnauthorized: false })
tls.createServer({ key: ca, cert: ca })
`,
    },
    {
      name: 'authenticated callers only',
      code: `
import koffi from 'koffi'

const registerIf2 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const Flag = { autolisten: 1, secureOnly: 8 } as const

export const register = (spec: unknown) => registerIf2(spec, null, null, Flag.autolisten | Flag.secureOnly, 1234, 65_536, null)
`,
    },
    {
      name: 'a callback that decides',
      code: `
import koffi from 'koffi'
import { callerOf } from './caller.js'

const registerIf2 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const allow = koffi.register((_uuid: unknown, context: unknown) => (callerOf(context) === 'ACME\\\\svc' ? 0 : 5), koffi.pointer(Callback))

export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
    },
    {
      name: 'a descriptor on the interface',
      code: `
import * as ffi from 'ffi-napi'

const rpcrt4 = ffi.Library('rpcrt4', { RpcServerRegisterIf3: ['int32', ['pointer', 'pointer', 'pointer', 'uint32', 'uint32', 'uint32', 'pointer', 'pointer']] })
export const register = (spec: Buffer, descriptor: Buffer) => rpcrt4.RpcServerRegisterIf3(spec, null, null, 0, 1234, 65_536, null, descriptor)
`,
    },
    {
      name: 'flags and callbacks from elsewhere',
      code: `
import koffi from 'koffi'
import { flags } from './config.js'

const registerIfEx = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIfEx(void *spec, void *type, void *epv, uint32 flags, uint32 calls, void *callback)')
export const configured = (spec: unknown) => registerIfEx(spec, null, null, flags, 100, null)
export const handed = (spec: unknown, callback: unknown) => registerIfEx(spec, null, null, 0, 100, callback)
`,
    },
    {
      name: 'a client of COM, which nobody calls',
      code: `
import koffi from 'koffi'

const initSecurity = koffi.load('ole32.dll').func('CoInitializeSecurity', 'int32', ['void *', 'int32', 'void *', 'void *', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
export const start = () => initSecurity(null, -1, null, null, 6, 3, null, 0, null)
`,
    },
    {
      name: 'a provider that nobody has to use is said where it is registered',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
rpcrt4.func('int32 __stdcall RpcServerRegisterAuthInfoW(str16 spn, uint32 svc, void *fn, void *arg)')('host/a.corp.example', 16, null, null)
rpcrt4.func('int32 __stdcall RpcServerRegisterIf(void *spec, void *type, void *epv)')(koffi.load('a_s.dll').symbol('A_v1_0_s_ifspec'), null, null)
`,
    },
    {
      name: 'the same name in a library of the project',
      code: `
import koffi from 'koffi'

const RpcServerRegisterIf = koffi.load('emulator.dll').func('int32 __stdcall RpcServerRegisterIf(void *spec, void *type, void *epv)')
export const register = (spec: unknown) => RpcServerRegisterIf(spec, null, null)
`,
    },
    {
      name: 'a function of another name that is made of its address',
      code: `
import * as ffi from 'ffi-napi'

const library = new ffi.DynamicLibrary('acme.dll')
const registerIf = ffi.ForeignFunction(library.get('RegisterIf'), 'int32', ['pointer', 'pointer', 'pointer'])
export const register = (spec: Buffer) => registerIf(spec, null, null)
`,
    },
    {
      name: 'a server of tRPC that only tells',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ all: t.procedure.query(() => notes.all()) })
createHTTPServer({ router }).listen(3000)
`,
    },

    {
      name: 'a server of tRPC for this machine',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()) })
createHTTPServer({ router }).listen(3000, '127.0.0.1')
`,
    },

    {
      name: 'a server of tRPC at a socket of this machine',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()) })
createHTTPServer({ router }).listen('/run/notes.sock')
`,
    },

    {
      name: 'a server of tRPC at an address that is not seen',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()) })
createHTTPServer({ router }).listen(3000, process.env.HOST)
`,
    },

    {
      name: 'a server of tRPC with a context',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()) })
createHTTPServer({ router, createContext: () => ({}) }).listen(3000)
`,
    },

    {
      name: 'a server of tRPC with middleware',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()) })
createHTTPServer({ router, middleware: (req, res, next) => known(req) ? next() : res.end() }).listen(3000)
`,
    },

    {
      name: 'a procedure that may refuse',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.input(z.string()).mutation(({ input }) => { if (input !== process.env.KEY) throw new Error(); return notes.clear() }) })
createHTTPServer({ router }).listen(3000)
`,
    },

    {
      name: 'procedures that are not all seen',
      code: `
import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'

const t = initTRPC.create()
const router = t.router({ clear: t.procedure.mutation(() => notes.clear()), ...others })
createHTTPServer({ router }).listen(3000)
`,
    },
  ],
})
