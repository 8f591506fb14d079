import rule from '../../src/rules/no-crash-on-bad-call.js'
import { tester } from './tester.js'

tester.run('no-crash-on-bad-call', rule, {
  invalid: [
    {
      name: 'requests that break off, and a hook whose throw nobody catches',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
const app = createTwirpServer([hats])
createServer(tls, app).listen(8443)
app.on('requestReceived', (_context, request) => {
  if (!request.headers['authorization']) throw new ScriptError({ code: 'unauthenticated', msg: 'no' })
})
`,
      errors: [
        { messageId: 'broken', data: { remedy: 'Use `createServer((request, response) => void Promise.resolve(app(request, response)).catch(() => response.destroy()))`' }, line: 8, column: 13, endLine: 8, endColumn: 38, suggestions: undefined },
        { messageId: 'told', data: { remedy: 'Refuse in what `use()` is given' }, line: 11, column: 42, endLine: 11, endColumn: 103, suggestions: undefined },
      ],
    },
    {
      name: 'streams of NestJS, of which nobody catches what is thrown',
      code: `
import { GrpcMethod, GrpcStreamCall, GrpcStreamMethod } from '@nestjs/microservices'
import { store } from './store.js'

export class Images {
  @GrpcStreamCall('Images', 'Keep')
  async keep(call, callback) {
    await store.open()
    callback(null, {})
  }
  @GrpcStreamCall('Images', 'Watch')
  watch(call) { call.on('data', image => call.write(JSON.parse(image.settings))) }
  @GrpcStreamMethod('Images', 'Follow')
  follow(images) {
    images.subscribe({ next: image => this.show(JSON.parse(image.settings)), complete: () => {} })
    images.subscribe(image => { this.show(JSON.parse(image.settings)) })
  }
  @GrpcMethod('Images', 'Show')
  async show(image) { return store.get(JSON.parse(image.settings)) }
}
`,
      errors: [
        { messageId: 'crashes', line: 7, column: 3, endLine: 7, endColumn: 30, suggestions: undefined },
        { messageId: 'throws', line: 12, column: 53, endLine: 12, endColumn: 79, suggestions: undefined },
        { messageId: 'throws', line: 15, column: 49, endLine: 15, endColumn: 75, suggestions: undefined },
        { messageId: 'throws', line: 16, column: 43, endLine: 16, endColumn: 69, suggestions: undefined },
      ],
    },
    {
      name: 'an async method that awaits',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

new grpc.Server().addService(OrdersService, {
  async getOrder(call: grpc.ServerUnaryCall<{ id: string }, unknown>, callback: grpc.sendUnaryData<unknown>) {
    callback(null, await load(call.request.id))
  },
})
`,
      errors: [{ messageId: 'crashes', line: 6, column: 3, endLine: 6, endColumn: 110, suggestions: undefined }],
    },
    {
      name: 'a handler in a variable',
      code: `
import { Server, type handleUnaryCall } from '@grpc/grpc-js'
import { JobsService, queue, type Job } from './jobs.js'

const open: handleUnaryCall<Job, { id: string }> = async (call, callback) => {
  const id = await queue.push(call.request)
  callback(null, { id })
}

const server = new Server()
server.addService(JobsService, { open })
`,
      errors: [{ messageId: 'crashes', line: 5, column: 52, endLine: 5, endColumn: 78, suggestions: undefined }],
    },
    {
      name: 'an object of a class',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesService, type Store } from './files.js'

class Files {
  constructor(private readonly store: Store) {}
  async read(call: grpc.ServerUnaryCall<{ name: string }, Buffer>, callback: grpc.sendUnaryData<Buffer>) {
    const data = await this.store.read(call.request.name)
    callback(null, data)
  }
}

export const serve = (store: Store) => {
  const server = new grpc.Server()
  server.addService(FilesService, new Files(store))
  return server
}
`,
      errors: [{ messageId: 'crashes', line: 7, column: 3, endLine: 7, endColumn: 106, suggestions: undefined }],
    },
    {
      name: 'a try that ends too early',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, parse, load } from './orders.js'

async function getOrder(call, callback) {
  let id
  try {
    id = parse(call.request.id)
  } catch {
    return callback({ code: grpc.status.INVALID_ARGUMENT })
  }
  callback(null, await load(id))
}

new grpc.Server().addService(OrdersService, { getOrder })
`,
      errors: [{ messageId: 'crashes', line: 5, column: 1, endLine: 5, endColumn: 41, suggestions: undefined }],
    },
    {
      name: 'a finally catches nothing',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, pool } from './orders.js'

new grpc.Server().addService(OrdersService, {
  getOrder: async (call, callback) => {
    const client = pool.take()
    try {
      callback(null, await client.load(call.request.id))
    } finally {
      client.release()
    }
  },
})
`,
      errors: [{ messageId: 'crashes', line: 6, column: 3, endLine: 6, endColumn: 39, suggestions: undefined }],
    },
    {
      name: 'an async handler that parses, and one that reads a stream',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ChatService } from './chat.js'

new grpc.Server().addService(ChatService, {
  async say(call, callback) {
    callback(null, JSON.parse(call.request.line))
  },
  async talk(call) {
    for await (const line of call) call.write(line)
  },
})
`,
      errors: [
        { messageId: 'crashes', line: 6, column: 3, endLine: 6, endColumn: 29, suggestions: undefined },
        { messageId: 'crashes', line: 9, column: 3, endLine: 9, endColumn: 20, suggestions: undefined },
      ],
    },
    {
      name: 'a promise that is left alone',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

new grpc.Server().addService(OrdersService, {
  getOrder(call, callback) {
    load(call.request.id).then(order => callback(null, order))
  },
})
`,
      errors: [{ messageId: 'crashes', line: 7, column: 5, endLine: 7, endColumn: 26, suggestions: undefined }],
    },
    {
      name: 'listeners of a stream, which nobody awaits',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ChatService, store } from './chat.js'

function onLine(line) {
  new URL(line.link)
}

new grpc.Server().addService(ChatService, {
  talk(call) {
    call.on('data', line => call.write(JSON.parse(line.text)))
    call.once('data', onLine)
    call.on('data', line => { if (!line.room) throw new Error('no room') })
    call.on('data', async line => { await store(line) })
  },
})
`,
      errors: [
        { messageId: 'throws', line: 6, column: 3, endLine: 6, endColumn: 21, suggestions: undefined },
        { messageId: 'throws', line: 11, column: 40, endLine: 11, endColumn: 61, suggestions: undefined },
        { messageId: 'throws', line: 13, column: 47, endLine: 13, endColumn: 73, suggestions: undefined },
        { messageId: 'crashes', line: 14, column: 21, endLine: 14, endColumn: 35, suggestions: undefined },
      ],
    },
    {
      name: 'handlers that another file registers, known by their types',
      code: `
import * as grpc from '@grpc/grpc-js'
import { load, type Order, type OrderRef } from './orders.js'

export const getOrder: grpc.handleUnaryCall<OrderRef, Order> = async (call, callback) => callback(null, await load(call.request.id))

export class Orders {
  async cancelOrder({ request }: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    callback(null, await load(request.id))
  }
}
`,
      errors: [
        { messageId: 'crashes', line: 5, column: 64, endLine: 5, endColumn: 90, suggestions: undefined },
        { messageId: 'crashes', line: 8, column: 3, endLine: 8, endColumn: 110, suggestions: undefined },
      ],
    },
    {
      name: 'a callback of Windows RPC that throws',
      code: `
import koffi from 'koffi'
import { callerOf, isOperator } from './callers.js'

const setAuthorizationFn = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcMgmtSetAuthorizationFn(void *fn)')
const MgmtFn = koffi.proto('int32 __stdcall MgmtFn(void *binding, uint32 operation, _Out_ int32 *status)')

export function allow(binding: unknown, operation: number) {
  const caller = callerOf(binding)
  if (!caller) throw new Error(\`operation \${operation} of nobody\`)
  return isOperator(caller) ? 1 : 0
}
setAuthorizationFn(koffi.register(allow, koffi.pointer(MgmtFn)))
`,
      errors: [{ messageId: 'native', line: 10, column: 16, endLine: 10, endColumn: 67, suggestions: undefined }],
    },
    {
      name: 'a callback of Bun that only its own thread may call',
      code: `
import { dlopen, JSCallback } from 'bun:ffi'
import { levelOf } from './callers.js'

const { symbols } = dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { args: [], returns: 5 } })
const admit = (_uuid: number, context: number) => (levelOf(context) >= 5 ? 0 : 5)

export const register = (spec: number) => symbols.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, new JSCallback(admit, { args: [], returns: 5 }).ptr)
`,
      errors: [{ messageId: 'thread', line: 8, column: 127, endLine: 8, endColumn: 151, suggestions: undefined }],
    },
    {
      name: 'a callback of Node, which other threads may not call',
      code: `
import { dlopen } from 'node:ffi'
import { levelOf } from './callers.js'

const { lib, functions } = dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { arguments: [], return: 'i32' } })

const admit = lib.registerCallback({ arguments: ['pointer', 'pointer'], return: 'i32' }, (_uuid: bigint, context: bigint) => (levelOf(context) >= 5 ? 0 : 5))
export const register = (spec: bigint) => functions.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, admit)
`,
      errors: [{ messageId: 'thread', line: 7, column: 15, endLine: 7, endColumn: 158, suggestions: undefined }],
    },
    {
      name: 'a callback of ffi-napi that throws',
      code: `
import * as ffi from 'ffi-napi'
import { levelOf } from './callers.js'

const rpcrt4 = ffi.Library('rpcrt4', { RpcServerRegisterIf2: ['int32', []] })
const admit = ffi.Callback('int32', ['pointer', 'pointer'], (_uuid: Buffer, context: Buffer) => {
  if (levelOf(context) < 5) throw new Error('access denied')
  return context.length > 0 ? 0 : 5
})
export const register = (spec: Buffer) => rpcrt4.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, admit)
`,
      errors: [{ messageId: 'native', line: 7, column: 29, endLine: 7, endColumn: 61, suggestions: undefined }],
    },
    {
      name: 'a server that nothing hears of',
      code: `
import thrift from 'thrift'
import { handler, Orders, processor, tls } from './orders.js'

thrift.createServer(Orders, handler, { tls }).listen(9093)
const server = thrift.createMultiplexServer(processor, { tls })
server.on('close', () => process.exit())
server.listen({ host: '10.0.0.1', port: 9094 })
`,
      errors: [[5, 47, 53], [8, 8, 14]].map(([line, column, endColumn]) => ({ messageId: 'unheard' as const, data: { remedy: "Give the server a listener: `server.on('error', report)`" }, line: line!, column: column!, endLine: line!, endColumn: endColumn!, suggestions: undefined })),
    },
    {
      name: 'an async handler that answers by what it is given last',
      code: `
import thrift from 'thrift'
import { load, Orders } from './orders.js'

export const server = thrift.createServer(Orders, {
  async get(id: string, result: (error: Error | null, order?: unknown) => void) { result(null, await load(id)) },
  async all() { return load('all') },
  async move(id: string, to: string) { await load(id + to) },
}, {})
`,
      errors: [{ messageId: 'crashes', line: 6, column: 3, endLine: 6, endColumn: 81, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'what is caught, and what refuses where it may',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
const app = createTwirpServer([hats])
app.use((request, _context, next) => { if (!request.headers['authorization']) throw new ScriptError({ code: 'unauthenticated', msg: 'no' }); return next() })
app.on('requestRouted', () => { throw new ScriptError({ code: 'unauthenticated', msg: 'no' }) })
export const cloud = createTwirpServerless([hats])
cloud.on('requestReceived', () => { throw new ScriptError({ code: 'unauthenticated', msg: 'no' }) })
createServer(tls, (request, response) => void Promise.resolve(app(request, response)).catch(() => response.destroy())).listen(8443)
createServer(tls, server.httpHandler()).listen(8444)
`,
    },
    {
      name: 'streams of NestJS that catch what is thrown, and subscriptions to something else',
      code: `
import { GrpcStreamCall, GrpcStreamMethod } from '@nestjs/microservices'
import { store, ticks } from './store.js'

export class Images {
  @GrpcStreamCall('Images', 'Keep')
  async keep(call, callback) {
    try { await store.open(); callback(null, {}) } catch (error) { callback(error) }
  }
  @GrpcStreamMethod('Images', 'Follow')
  follow(images) {
    images.subscribe(image => { try { this.show(JSON.parse(image.settings)) } catch { this.show({}) } })
    ticks.subscribe(tick => this.show(JSON.parse(tick)))
    return images
  }
}
`,
    },
    {
      name: 'what cannot fail: timers, and functions that catch everything',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

const sleep = (ms: number) => new Promise<void>(resolve => setTimeout(resolve, ms))
async function find(id: string) {
  try {
    return await load(id)
  } catch {
    return undefined
  }
}

new grpc.Server().addService(OrdersService, {
  async getOrder(call, callback) {
    await sleep(10)
    callback(null, await find(call.request.id))
  },
  cancelOrder(call, callback) {
    sleep(10).then(() => callback(null, {}))
  },
})
`,
    },
    {
      name: 'a listener that catches, and a throw that grpc-js answers',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ChatService } from './chat.js'

new grpc.Server().addService(ChatService, {
  talk(call) {
    call.on('data', line => {
      try {
        call.write(JSON.parse(line.text))
      } catch {
        call.end()
      }
    })
  },
  say(call, callback) {
    callback(null, JSON.parse(call.request.text))
  },
})
`,
    },
    {
      name: 'declared handlers that go through a wrapper, and functions that only look at a call',
      code: `
import * as grpc from '@grpc/grpc-js'
import { catching, load, type Order, type OrderRef } from './orders.js'

async function getOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
  callback(null, await load(call.request.id))
}
export const handlers = { getOrder: catching(getOrder) }

export async function ownerOf(call: grpc.ServerUnaryCall<OrderRef, Order>) {
  return (await load(call.request.id)).owner
}
`,
    },
    {
      name: 'an answer for every failure',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

new grpc.Server().addService(OrdersService, {
  async getOrder(call, callback) {
    try {
      callback(null, await load(call.request.id))
    } catch {
      callback({ code: grpc.status.INTERNAL })
    }
  },
})
`,
    },
    {
      name: 'promises that are caught',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

new grpc.Server().addService(OrdersService, {
  getOrder(call, callback) {
    load(call.request.id).then(order => callback(null, order), () => callback({ code: grpc.status.INTERNAL }))
  },
  async cancelOrder(call, callback) {
    const order = await load(call.request.id).catch(() => undefined)
    callback(null, order)
  },
})
`,
    },
    {
      name: 'a wrapper that catches for all',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService, load } from './orders.js'

const answering = <Q, A>(work: (request: Q) => Promise<A>): grpc.handleUnaryCall<Q, A> => (call, callback) => {
  work(call.request).then(answer => callback(null, answer), () => callback({ code: grpc.status.INTERNAL }))
}

new grpc.Server().addService(OrdersService, { getOrder: answering(async ({ id }: { id: string }) => await load(id)) })
`,
    },
    {
      name: 'async, but with nothing to wait for',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersService } from './orders.js'

new grpc.Server().addService(OrdersService, { ping: async (call, callback) => callback(null, {}) })
`,
    },
    {
      name: 'tRPC, which answers with an error itself',
      code: `
import { initTRPC } from '@trpc/server'
import { load } from './orders.js'

const t = initTRPC.create()
export const router = t.router({ orders: t.procedure.query(async () => await load('all')) })
`,
    },
    {
      name: 'handlers of another library, which catches',
      code: `
import { Server } from '@acme/rpc'
import { load } from './orders.js'

new Server().addService({}, { async getOrder(call, callback) { callback(null, await load(call.request.id)) } })
`,
    },
    {
      name: 'a callback of Windows RPC that catches, and one whose throw is a yes, which is another finding',
      code: `
import koffi from 'koffi'
import { callerOf, isOperator } from './callers.js'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuthorizationFn = rpcrt4.func('int32 __stdcall RpcMgmtSetAuthorizationFn(void *fn)')
const registerIf3 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *descriptor)')

setAuthorizationFn(koffi.register((binding: unknown) => {
  try {
    if (!callerOf(binding)) throw new Error('nobody')
    return isOperator(callerOf(binding)) ? 1 : 0
  } catch { return 0 }
}, koffi.pointer(koffi.proto('int32 __stdcall MgmtFn(void *binding, uint32 operation, _Out_ int32 *status)'))))

const admit = (_uuid: unknown, context: unknown) => {
  if (!callerOf(context)) throw new Error('nobody')
  return isOperator(callerOf(context)) ? 0 : 5
}
export const register = (spec: unknown) => registerIf3(spec, null, null, 8, 1234, 65_536, koffi.register(admit, koffi.pointer(koffi.proto('int32 __stdcall Cb(void *u, void *c)'))), null)
`,
    },
    {
      name: 'a callback of Deno, whose throw is a yes, which is another finding',
      code: `
import { levelOf } from './callers.js'

const { symbols } = Deno.dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { parameters: [], result: 'i32' }, RpcMgmtSetAuthorizationFn: { parameters: [], result: 'i32' } })
const admit = Deno.UnsafeCallback.threadSafe({ parameters: [], result: 'i32' }, (_uuid: object, context: object) => {
  if (levelOf(context) < 5) throw new Error('access denied')
  return context === null ? 5 : 0
})
export const register = (spec: object) => symbols.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, admit.pointer)
symbols.RpcMgmtSetAuthorizationFn(Deno.UnsafeCallback.threadSafe({ parameters: [], result: 'i32' }, (binding: object) => {
  if (levelOf(binding) < 5) throw new Error('access denied')
  return binding === null ? 0 : 1
}).pointer)
`,
    },
    {
      name: 'a callback of Bun that native code calls on the thread it was called on',
      code: `
import { dlopen, JSCallback } from 'bun:ffi'

const { symbols } = dlopen('msvcrt.dll', { qsort: { args: [], returns: 5 } })
export const sort = (items: Buffer) => symbols.qsort(items, 4, 4, new JSCallback((a: number, b: number) => a - b, { args: [], returns: 5 }).ptr)
`,
    },
    {
      name: 'a server whose errors are heard, or may be',
      code: `
import thrift from 'thrift'
import { handler, Orders, processor, report, tls } from './orders.js'
import { watch } from './watch.js'

thrift.createServer(Orders, handler, { tls }).on('error', report).listen(9093)
const heard = thrift.createMultiplexServer(processor, { tls })
heard.listen(9094)
heard.once('error', report)
const watched = thrift.createServer(Orders, handler, { tls })
watch(watched)
watched.listen(9095)
export const exported = thrift.createServer(Orders, handler, { tls })
exported.listen(9096)
thrift.createServer(Orders, handler, {}).listen(9097, 'localhost')
`,
    },
    {
      name: 'a process that hears of everything',
      code: `
import thrift from 'thrift'
import { handler, Orders, report, tls } from './orders.js'

process.on('uncaughtException', report)
thrift.createServer(Orders, handler, { tls }).listen(9093)
`,
    },
  ],
})
