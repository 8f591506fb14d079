import rule from '../../src/rules/no-endpoint-security.js'
import { tester } from './tester.js'

const remedy = 'Pass `null` here, and give the descriptor to `RpcServerRegisterIf3`'

tester.run('no-endpoint-security', rule, {
  invalid: [
    {
      name: 'a descriptor on an endpoint',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const useEndpoint = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 seq, uint32 calls, str16 endpoint, void *sd)')
const ADMINS_ONLY = Buffer.from('0100048000000000', 'hex')

useEndpoint('ncacn_np', 10, '\\\\pipe\\\\acme', ADMINS_ONLY)
`,
      errors: [{ messageId: 'endpoint', data: { remedy }, line: 8, column: 45, endLine: 8, endColumn: 56, suggestions: undefined }],
    },
    {
      name: 'a descriptor that a native call fills in',
      code: `
import koffi from 'koffi'

const convert = koffi.load('advapi32.dll').func('bool __stdcall ConvertStringSecurityDescriptorToSecurityDescriptorW(str16 sddl, uint32 revision, _Out_ void **sd, void *size)')
const useProtseq = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerUseProtseqW(str16 seq, uint32 calls, void *sd)')

function descriptor(sddl: string) {
  const out: [unknown] = [null]
  if (!convert(sddl, 1, out, null)) throw new Error('bad SDDL')
  return out[0]
}

export const listen = () => useProtseq('ncacn_ip_tcp', 10, descriptor('D:(A;;GA;;;BA)'))
`,
      errors: [{ messageId: 'endpoint', data: { remedy }, line: 13, column: 60, endLine: 13, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'a pointer in a parameter that is never null',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerUseProtseqIfW: { parameters: ['buffer', 'u32', 'pointer', 'pointer'], result: 'i32' },
})
const seq = new Uint16Array([...'ncacn_ip_tcp\\0'].map(c => c.charCodeAt(0)))

export const listen = (spec: Deno.PointerObject, descriptor: Deno.PointerObject) => rpc.symbols.RpcServerUseProtseqIfW(seq, 10, spec, descriptor)
`,
      errors: [{ messageId: 'endpoint', data: { remedy }, line: 7, column: 135, endLine: 7, endColumn: 145, suggestions: undefined }],
    },
    {
      name: 'an interface group with a descriptor for one of its endpoints',
      code: `
import koffi from 'koffi'

const createGroup = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerInterfaceGroupCreateW(void *ifs, uint32 n, void *endpoints, uint32 m, uint32 idle, void *cb, void *ctx, _Out_ void **group)')

export function create(interfaces: unknown[], sd: Buffer) {
  const endpoints = [
    { Version: 1, ProtSeq: 'ncacn_ip_tcp', Endpoint: '5000', SecurityDescriptor: null },
    { Version: 1, ProtSeq: 'ncalrpc', Endpoint: 'acme', SecurityDescriptor: sd },
  ]
  const group: [unknown] = [null]
  createGroup(interfaces, 1, endpoints, endpoints.length, 0xffffffff, null, null, group)
  return group[0]
}
`,
      errors: [{ messageId: 'endpoint', data: { remedy }, line: 9, column: 57, endLine: 9, endColumn: 79, suggestions: undefined }],
    },
    {
      name: 'every transport at once, with a descriptor',
      code: `
import Rpcrt4 from '@bun-win32/rpcrt4'

const sd = Buffer.alloc(20)
export const listen = () => Rpcrt4.RpcServerUseAllProtseqs(10, sd)
`,
      errors: [{ messageId: 'endpoint', data: { remedy }, line: 5, column: 64, endLine: 5, endColumn: 66, suggestions: undefined }],
    },
    {
      name: 'an address that lets callers of gRPC in: a list, a prefix, a pattern, a header of a proxy',
      code: `
import { BlockList } from 'node:net'
import * as grpc from '@grpc/grpc-js'
import { OrdersService } from './gen/orders.js'

const OFFICE = new BlockList()
OFFICE.addSubnet('10.0.0.0', 8)
const host = (peer: string) => peer.slice(0, peer.lastIndexOf(':'))
function fromOffice(call) {
  if (OFFICE.check(host(call.getPeer()))) return true
  return false
}

new grpc.Server().addService(OrdersService, {
  getOrder(call, callback) {
    if (!fromOffice(call)) throw new Error('not from here')
    callback(null, {})
  },
  listOrders(call, callback) {
    const peer = call.getPeer()
    if (peer === '10.0.0.1:443' || /^192\\.168\\./.test(peer)) callback(null, {})
    else callback({ code: grpc.status.PERMISSION_DENIED })
  },
  cancelOrder(call, callback) {
    call.metadata.get('x-forwarded-for')[0]?.startsWith('10.') ? callback(null, {}) : callback({ code: grpc.status.PERMISSION_DENIED })
  },
})
`,
      errors: [
        { messageId: 'address', line: 10, column: 7, endLine: 10, endColumn: 41, suggestions: undefined },
        { messageId: 'address', line: 21, column: 9, endLine: 21, endColumn: 32, suggestions: undefined },
        { messageId: 'address', line: 25, column: 5, endLine: 25, endColumn: 63, suggestions: undefined },
      ],
    },
    {
      name: 'an interceptor, and a handler that another file registers',
      code: `
import * as grpc from '@grpc/grpc-js'
import type { Order, OrderRef } from './gen/orders.js'

const fence: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, {
  start: next => next({
    onReceiveMetadata(metadata, nextMetadata) {
      if (!call.getConnectionInfo().remoteAddress?.startsWith('10.')) {
        call.sendStatus({ code: grpc.status.PERMISSION_DENIED, details: 'internal only' })
        return
      }
      nextMetadata(metadata)
    },
  }),
})
export const server = new grpc.Server({ interceptors: [fence] })

export const getOrder: grpc.handleUnaryCall<OrderRef, Order> = (call, callback) => {
  if (!call.getPeer().includes('127.0.0.1')) return callback({ code: grpc.status.PERMISSION_DENIED })
  callback(null, { id: call.request.id })
}
`,
      errors: [
        { messageId: 'address', line: 8, column: 12, endLine: 8, endColumn: 69, suggestions: undefined },
        { messageId: 'address', line: 19, column: 8, endLine: 19, endColumn: 44, suggestions: undefined },
      ],
    },
    {
      name: 'a socket that every user may write to',
      code: `
import http from 'node:http'
import net from 'node:net'

http.createServer().listen({ path: '/tmp/a.sock', writableAll: true })
new net.Server().listen({ path: '/tmp/b.sock', writableAll: true })
`,
      errors: [
        { messageId: 'open', data: { remedy: 'Leave `writableAll` out, and put the socket where only the users who are meant can reach it' }, line: 5, column: 51, endLine: 5, endColumn: 68, suggestions: undefined },
        { messageId: 'open', data: { remedy: 'Leave `writableAll` out, and put the socket where only the users who are meant can reach it' }, line: 6, column: 48, endLine: 6, endColumn: 65, suggestions: undefined },
      ],
    },
    {
      name: 'an address that the context of a call holds',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { sessionOf } from './session.js'

const createContext = async ({ req }: CreateHTTPContextOptions) => ({ ip: req.socket.remoteAddress, session: await sessionOf(req) })
const t = initTRPC.context<typeof createContext>().create()
export const office = t.procedure.use(({ ctx, next }) => {
  if (ctx.ip !== '10.20.0.1') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
      errors: [{ messageId: 'address', line: 9, column: 7, endLine: 9, endColumn: 29, suggestions: undefined }],
    },
    {
      name: 'an address that a proxy wrote down, in a context by an alias',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { sessionOf } from './session.js'

const createContext = async ({ req }: CreateHTTPContextOptions) => { const from = String(req.headers['x-forwarded-for']).split(',')[0]; return { caller: { address: from.trim() } } }
type Context = Awaited<ReturnType<typeof createContext>>
const t = initTRPC.context<Context>().create()
export const office = t.procedure.use(({ ctx, next }) => {
  if (!['10.20.0.1'].includes(ctx.caller.address)) throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
      errors: [{ messageId: 'address', line: 10, column: 8, endLine: 10, endColumn: 50, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'addresses that are banned, counted, logged, or asked for beside a token',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, limiter } from './gen/orders.js'

const BANNED = new Set(['203.0.113.9'])
const host = (peer: string) => peer.slice(0, peer.lastIndexOf(':'))

new grpc.Server().addService(OrdersService, {
  getOrder(call, callback) {
    if (BANNED.has(host(call.getPeer()))) return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
  listOrders(call, callback) {
    if (!limiter.allow(host(call.getPeer()))) return callback({ code: grpc.status.RESOURCE_EXHAUSTED })
    if (call.getPeer() === 'unknown') console.warn('a caller without an address')
    callback(null, {})
  },
  cancelOrder(call, callback) {
    if (call.metadata.get('authorization')[0] !== process.env.TOKEN || !call.getPeer().startsWith('10.')) return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
})
`,
    },
    {
      name: 'a second fence, where every caller shows a certificate',
      code: `
import { readFileSync } from 'node:fs'
import * as grpc from '@grpc/grpc-js'
import { OrdersService, pair } from './gen/orders.js'

const server = new grpc.Server()
server.addService(OrdersService, {
  getOrder(call, callback) {
    if (!call.getPeer().startsWith('10.')) return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
})
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(readFileSync('/run/tls/ca.pem'), [pair], true), () => {})
`,
    },
    {
      name: 'nothing on the endpoint, a descriptor on the interface',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const useEndpoint = rpcrt4.func('int32 __stdcall RpcServerUseProtseqEpW(str16 seq, uint32 calls, str16 endpoint, void *sd)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')

export function serve(spec: unknown, callback: unknown, descriptor: Buffer) {
  useEndpoint('ncacn_ip_tcp', 10, '5000', null)
  registerIf3(spec, null, null, 8, 1234, 65_536, callback, descriptor)
}
`,
    },
    {
      name: 'an argument that may be null',
      code: `
import koffi from 'koffi'

const useProtseq = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerUseProtseqW(str16 seq, uint32 calls, void *sd)')
export const listen = (sd?: Buffer) => useProtseq('ncacn_ip_tcp', 10, sd ?? null)
export const listenWith = (sd: Buffer | null) => useProtseq('ncacn_ip_tcp', 10, sd)
`,
    },
    {
      name: 'a null pointer of the library',
      code: `
import * as ffi from 'ffi-napi'
import * as ref from 'ref-napi'

const rpcrt4 = ffi.Library('rpcrt4', { RpcServerUseProtseqEpW: ['int32', ['pointer', 'uint32', 'pointer', 'pointer']] })
export const listen = (seq: Buffer, endpoint: Buffer) => rpcrt4.RpcServerUseProtseqEpW(seq, 10, endpoint, ref.NULL)
`,
    },
    {
      name: 'a function of another library',
      code: `
import koffi from 'koffi'

const useEndpoint = koffi.load('acme.dll').func('int32 RpcServerUseProtseqEpW(str16 seq, uint32 calls, str16 endpoint, void *sd)')
useEndpoint('ncacn_np', 10, '\\\\pipe\\\\acme', Buffer.alloc(20))
`,
    },
    {
      name: 'modes that say nothing: of a port, and of what is only read',
      code: `
import http from 'node:http'

http.createServer().listen({ port: 8080, writableAll: true })
http.createServer().listen({ path: '/tmp/a.sock', readableAll: true })
http.createServer().listen('/tmp/b.sock')
`,
    },
    {
      name: 'something else of a context',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { sessionOf } from './session.js'

const createContext = async ({ req }: CreateHTTPContextOptions) => ({ ip: req.socket.remoteAddress, session: await sessionOf(req) })
const t = initTRPC.context<typeof createContext>().create()
export const office = t.procedure.use(({ ctx, next }) => {
  if (ctx.session?.user !== '10.20.0.1') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
    },
    {
      name: 'an address beside a session',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { sessionOf } from './session.js'

const createContext = async ({ req }: CreateHTTPContextOptions) => ({ ip: req.socket.remoteAddress, session: await sessionOf(req) })
const t = initTRPC.context<typeof createContext>().create()
export const office = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session || ctx.ip !== '10.20.0.1') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
    },
    {
      name: 'a context that nobody knows',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { sessionOf } from './session.js'

const createContext = async ({ req }: CreateHTTPContextOptions) => ({ ip: req.socket.remoteAddress, session: await sessionOf(req) })
const t = initTRPC.context<{ ip: string }>().create()
export const office = t.procedure.use(({ ctx, next }) => {
  if (ctx.ip !== '10.20.0.1') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
    },
  ],
})
