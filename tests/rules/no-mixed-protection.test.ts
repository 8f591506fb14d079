import rule from '../../src/rules/no-mixed-protection.js'
import { tester } from './tester.js'

tester.run('no-mixed-protection', rule, {
  invalid: [
    {
      name: 'a second door for health checks',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [], true), () => {})
server.bindAsync('0.0.0.0:8080', grpc.ServerCredentials.createInsecure(), () => {})
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0:443', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 6, column: 34, endLine: 6, endColumn: 73, suggestions: undefined }],
    },
    {
      name: 'a door that is opened in any case, beside one of two',
      code: `
import * as grpc from '@grpc/grpc-js'
import { config, pair } from './config.js'

const server = new grpc.Server()
if (config.tls) {
  server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), () => {})
}
server.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), () => {})
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0:443', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 9, column: 32, endLine: 9, endColumn: 71, suggestions: undefined }],
    },
    {
      name: 'a class whose methods open the doors of one server',
      code: `
import { Server, ServerCredentials } from '@grpc/grpc-js'

export class Api {
  private readonly server = new Server()
  private readonly port = 443
  open(pair: { private_key: Buffer; cert_chain: Buffer }) {
    this.server.bindAsync(\`[::]:\${this.port}\`, ServerCredentials.createSsl(null, [pair]), () => {})
  }
  openForMetrics() {
    this.server.bindAsync('0.0.0.0:9090', ServerCredentials.createInsecure(), () => {})
  }
}
`,
      errors: [{ messageId: 'mixed', data: { other: '[::]:443', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 11, column: 43, endLine: 11, endColumn: 77, suggestions: undefined }],
    },
    {
      name: 'a helper that binds whatever it is handed',
      code: `
import * as grpc from '@grpc/grpc-js'

function bind(server: grpc.Server, address: string, credentials: grpc.ServerCredentials) {
  return new Promise<number>((resolve, reject) => server.bindAsync(address, credentials, (error, port) => (error ? reject(error) : resolve(port))))
}

const server = new grpc.Server()
await bind(server, '0.0.0.0:443', grpc.ServerCredentials.createSsl(null, []))
await bind(server, '0.0.0.0:50051', grpc.ServerCredentials.createInsecure())
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0:443', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 10, column: 37, endLine: 10, endColumn: 76, suggestions: undefined }],
    },
    {
      name: 'a door without certificates beside one with them',
      code: `
import { readFileSync } from 'node:fs'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { pair } from './tls.js'

const ca = readFileSync('/run/tls/clients.pem')
const server = new Server()
server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(ca, [pair], true), () => {})
server.bindAsync('0.0.0.0:444', ServerCredentials.createSsl(null, [pair]), () => {})
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0:443', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 9, column: 33, endLine: 9, endColumn: 74, suggestions: undefined }],
    },
    {
      name: 'every transport of Windows RPC',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const useAll = rpcrt4.func('int32 __stdcall RpcServerUseAllProtseqs(uint32 calls, void *sd)')

export const listen = () => useAll(10, null)
`,
      errors: [{ messageId: 'everywhere', data: { what: 'useAll()' }, line: 7, column: 29, endLine: 7, endColumn: 45, suggestions: undefined }],
    },
    {
      name: 'every endpoint that the interface names, packed for ffi-rs',
      code: `
import { DataType, load, open } from 'ffi-rs'

open({ library: 'rpcrt4', path: 'rpcrt4.dll' })

export const listen = (spec: object) => load({
  library: 'rpcrt4', funcName: 'RpcServerUseAllProtseqsIf', retType: DataType.I32,
  paramsType: [DataType.I32, DataType.External, DataType.External], paramsValue: [10, spec, null],
})
`,
      errors: [{ messageId: 'everywhere', data: { what: 'load()' }, line: 6, column: 41, endLine: 9, endColumn: 3, suggestions: undefined }],
    },
    {
      name: 'a door for this machine, and one for others, which the callback does not tell apart',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const listen = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 protseq, uint32 calls, str16 endpoint, void *descriptor)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const spec = koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec')
const callback = (fn: (uuid: unknown, context: unknown) => number) => koffi.register(fn, koffi.pointer(koffi.proto('int32 __stdcall Cb(void *u, void *c)')))

const authenticated = callback((_uuid, context) => {
  const call = { Version: 2, NullSession: 1, AuthenticationLevel: 0 }
  return inqCall(context, call) === 0 && call.NullSession === 0 && call.AuthenticationLevel >= 5 ? 0 : 5
})
listen('ncalrpc', 10, 'hub', null)
listen('ncacn_ip_tcp', 10, '5001', null)
registerIf3(spec, null, null, 0x8, 1234, 65_536, authenticated, null)
`,
      errors: [{ messageId: 'doors', data: { remedy: 'Compare `ProtocolSequence` or `IsClientLocal` in the callback, or give the interface `RPC_IF_ALLOW_LOCAL_ONLY` (0x20)' }, line: 16, column: 1, endLine: 16, endColumn: 41, suggestions: undefined }],
    },
    {
      name: 'sockets that nobody asks who they are, beside a server whose context does',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.create()
const router = t.mergeRouters(t.router({ news: t.router({ all: t.procedure.query(() => news.all()) }) }), t.router({}))
function createContext({ req }: CreateHTTPContextOptions) {
  if (req.headers.authorization !== process.env.TOKEN) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ server }), router })
server.listen(80)
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0', remedy: 'Give it the same `createContext`' }, line: 14, column: 1, endLine: 14, endColumn: 66, suggestions: undefined }],
    },
    {
      name: 'one handler behind two servers of Thrift',
      code: `
import thrift from 'thrift'
import { cert, key, load, Orders } from './orders.js'

const handler = { get: (id: string) => load(id) }
thrift.createServer(Orders, handler, { tls: { cert, key } }).on('error', console.error).listen(9093)
thrift.createServer(Orders, handler, {}).on('error', console.error).listen(9090)
`,
      errors: [{ messageId: 'mixed', data: { other: '0.0.0.0', remedy: 'Give this listener the same credentials, or a server of its own' }, line: 7, column: 1, endLine: 7, endColumn: 81, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'one door, with or without TLS: branches of which only one is taken',
      code: `
import * as grpc from '@grpc/grpc-js'
import { available, config, listening, pair } from './config.js'

const server = new grpc.Server()
if (config.tls) {
  server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), listening)
} else {
  server.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), listening)
}

export async function serve(secure: boolean) {
  const other = new grpc.Server()
  secure ? other.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), listening) : other.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), listening)
  const third = new grpc.Server()
  if (await available()) {
    third.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), listening)
    return
  }
  third.bindAsync('0.0.0.0:80', grpc.ServerCredentials.createInsecure(), listening)
}
`,
    },
    {
      name: 'methods of which each asks for the opposite of the other',
      code: `
import { Server, ServerCredentials } from '@grpc/grpc-js'

export class Api {
  private readonly server = new Server()
  constructor(private readonly secure: boolean) {}
  open(pair: { private_key: Buffer; cert_chain: Buffer }) {
    if (this.secure) this.server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(null, [pair]), () => {})
  }
  openInClear() {
    if (!this.secure) this.server.bindAsync('0.0.0.0:80', ServerCredentials.createInsecure(), () => {})
  }
}
`,
    },
    {
      name: 'certificates that are asked for on both, and required on one: the other has a finding of its own',
      code: `
import { readFileSync } from 'node:fs'
import { Server, ServerCredentials } from '@grpc/grpc-js'
import { pair } from './tls.js'

const ca = readFileSync('/run/tls/clients.pem')
const server = new Server()
server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(ca, [pair], true), () => {})
server.bindAsync('0.0.0.0:444', ServerCredentials.createSsl(ca, [pair]), () => {})
`,
    },
    {
      name: 'the same protection on every door',
      code: `
import * as grpc from '@grpc/grpc-js'

const credentials = grpc.ServerCredentials.createSsl(null, [], true)
const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', credentials, () => {})
server.bindAsync('[::]:8443', credentials, () => {})
`,
    },
    {
      name: 'a server of its own for what is open',
      code: `
import * as grpc from '@grpc/grpc-js'
import { HealthService, health } from './health.js'

const open = (address: string, credentials: grpc.ServerCredentials, server = new grpc.Server()) => {
  server.bindAsync(address, credentials, () => {})
  return server
}
open('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [], true))
open('0.0.0.0:8080', grpc.ServerCredentials.createInsecure()).addService(HealthService, health)
`,
    },
    {
      name: 'a second door for this machine',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [], true), () => {})
server.bindAsync('unix:/run/api.sock', grpc.ServerCredentials.createInsecure(), () => {})
`,
    },
    {
      name: 'an extra door of the developer',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, []), () => {})
if (process.env.NODE_ENV === 'development') server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createInsecure(), () => {})
`,
    },
    {
      name: 'credentials that are not known',
      code: `
import * as grpc from '@grpc/grpc-js'
import { credentials } from './credentials.js'

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', credentials.public(), () => {})
server.bindAsync('0.0.0.0:8443', credentials.internal(), () => {})
`,
    },
    {
      name: 'one transport of Windows RPC',
      code: `
import koffi from 'koffi'

const useEndpoint = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerUseProtseqEpW(str16 seq, uint32 calls, str16 endpoint, void *sd)')
useEndpoint('ncacn_ip_tcp', 10, '5000', null)
`,
    },
    {
      name: 'an object of another package with the same method',
      code: `
import { Server, ServerCredentials } from './doubles.js'

const server = new Server()
server.bindAsync('0.0.0.0:443', ServerCredentials.createSsl(null, []), () => {})
server.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), () => {})
`,
    },
    {
      name: 'the callback asks by which door a call came',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const listen = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 protseq, uint32 calls, str16 endpoint, void *descriptor)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const spec = koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec')
const callback = (fn: (uuid: unknown, context: unknown) => number) => koffi.register(fn, koffi.pointer(koffi.proto('int32 __stdcall Cb(void *u, void *c)')))

const local = callback((_uuid, context) => {
  const call = { Version: 2, NullSession: 1, IsClientLocal: 0 }
  return inqCall(context, call) === 0 && call.NullSession === 0 && call.IsClientLocal === 1 ? 0 : 5
})
listen('ncalrpc', 10, 'hub', null)
listen('ncacn_ip_tcp', 10, '5001', null)
registerIf3(spec, null, null, 0x8, 1234, 65_536, local, null)
`,
    },
    {
      name: 'only calls of this machine are let in, or the callback is not seen, or there is one door',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const listen = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 protseq, uint32 calls, str16 endpoint, void *descriptor)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const spec = koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec')
const callback = (fn: (uuid: unknown, context: unknown) => number) => koffi.register(fn, koffi.pointer(koffi.proto('int32 __stdcall Cb(void *u, void *c)')))

import { admit } from '@acme/callbacks'

listen('ncalrpc', 10, 'hub', null)
listen('ncacn_ip_tcp', 10, '5001', null)
registerIf3(spec, null, null, 0x8 | 0x20, 1234, 65_536, callback(() => inqCall(null, {})), null)
registerIf3(spec, null, null, 0x8, 1234, 65_536, callback(admit), null)
`,
    },
    {
      name: 'one door',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const listen = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 protseq, uint32 calls, str16 endpoint, void *descriptor)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const spec = koffi.load('hub_s.dll').symbol('Hub_v1_0_s_ifspec')
const callback = (fn: (uuid: unknown, context: unknown) => number) => koffi.register(fn, koffi.pointer(koffi.proto('int32 __stdcall Cb(void *u, void *c)')))

listen('ncacn_ip_tcp', 10, '5001', null)
registerIf3(spec, null, null, 0x8, 1234, 65_536, callback((_uuid, context) => inqCall(context, {})), null)
`,
    },
    {
      name: 'the same context for both',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.context<{ user?: string }>().create()
const router = t.router({ news: t.procedure.query(() => news.all()) })
function createContext({ req }: CreateHTTPContextOptions) {
  if (req.headers.authorization !== process.env.TOKEN) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ server }), router, createContext })
server.listen(80)
`,
    },

    {
      name: 'procedures that ask themselves',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.context<{ user?: string }>().create()
const router = t.router({ news: t.procedure.use(({ ctx, next }) => { if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' }); return next() }).query(() => news.all()) })
function createContext({ req }: CreateHTTPContextOptions) {
  if (req.headers.authorization !== process.env.TOKEN) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ server }), router })
server.listen(80)
`,
    },

    {
      name: 'a context that refuses nobody',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.context<{ user?: string }>().create()
const router = t.router({ news: t.procedure.query(() => news.all()) })
function createContext({ req }: CreateHTTPContextOptions) {
  console.info(req.url)
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ server }), router })
server.listen(80)
`,
    },

    {
      name: 'sockets that are asked before',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.context<{ user?: string }>().create()
const router = t.router({ news: t.procedure.query(() => news.all()) })
function createContext({ req }: CreateHTTPContextOptions) {
  if (req.headers.authorization !== process.env.TOKEN) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ server, verifyClient: ({ req }) => isKnown(req) }), router })
server.listen(80)
`,
    },

    {
      name: 'sockets that somebody else hands over',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'

const t = initTRPC.context<{ user?: string }>().create()
const router = t.router({ news: t.procedure.query(() => news.all()) })
function createContext({ req }: CreateHTTPContextOptions) {
  if (req.headers.authorization !== process.env.TOKEN) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return {}
}
const server = createHTTPServer({ router, createContext })
applyWSSHandler({ wss: new WebSocketServer({ noServer: true }), router })
server.listen(80)
`,
    },
  ],
})
