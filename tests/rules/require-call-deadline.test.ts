import rule from '../../src/rules/require-call-deadline.js'
import { tester } from './tester.js'

const deadline = 'Pass `{ deadline: Date.now() + 5000 }` after the metadata'
const fetched = 'Give it `signal: AbortSignal.timeout(milliseconds)`'
const trpc = 'Give it `{ signal: AbortSignal.timeout(milliseconds) }`, or the link a `fetch` that gives up'
const piped = 'Pipe it through `timeout(milliseconds)` of rxjs'
const everywhere = [{ everywhere: true }]

tester.run('require-call-deadline', rule, {
  invalid: [
    {
      name: 'a client of protobuf-ts, over gRPC',
      code: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl() }))
export const find = async (id: string) => {
  const { response } = await users.getUser({ id })
  const name = await users.getUser({ id }).response
  const late = await users.getUser({ id }, { timeout: Date.now() + 5000 })
  const beside = await users.getUser({ id }, { timeout: 5000, callOptions: {} })
  return { response, name, late, beside }
}
`,
      options: [{"everywhere":true}],
      errors: [
        { messageId: 'endless', data: { remedy: 'Give it `timeout`, or the transport' }, line: 10, column: 30, endLine: 10, endColumn: 51, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl() }))
export const find = async (id: string) => {
  const { response } = await users.getUser({ id }, { timeout: 5000 })
  const name = await users.getUser({ id }).response
  const late = await users.getUser({ id }, { timeout: Date.now() + 5000 })
  const beside = await users.getUser({ id }, { timeout: 5000, callOptions: {} })
  return { response, name, late, beside }
}
` }] },
        { messageId: 'endless', data: { remedy: 'Give it `timeout`, or the transport' }, line: 11, column: 22, endLine: 11, endColumn: 43, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl() }))
export const find = async (id: string) => {
  const { response } = await users.getUser({ id })
  const name = await users.getUser({ id }, { timeout: 5000 }).response
  const late = await users.getUser({ id }, { timeout: Date.now() + 5000 })
  const beside = await users.getUser({ id }, { timeout: 5000, callOptions: {} })
  return { response, name, late, beside }
}
` }] },
        { messageId: 'span', data: { remedy: 'Give `timeout` the milliseconds that the call may take, or a `Date`' }, line: 12, column: 46, endLine: 12, endColumn: 72, suggestions: undefined },
        { messageId: 'endless', data: { remedy: 'Give `callOptions` a `deadline`, or the call an `abort`: beside `callOptions`, nothing reads `timeout`' }, line: 13, column: 24, endLine: 13, endColumn: 81, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl() }))
export const find = async (id: string) => {
  const { response } = await users.getUser({ id })
  const name = await users.getUser({ id }).response
  const late = await users.getUser({ id }, { timeout: Date.now() + 5000 })
  const beside = await users.getUser({ id }, { timeout: 5000, callOptions: { deadline: Date.now() + 5000 } })
  return { response, name, late, beside }
}
` }] },
      ],
    },
    {
      name: 'a timeout of protobuf-ts that gives nothing up',
      code: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new TwirpFetchTransport({ baseUrl: 'https://users.example.com' }))
const web = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 }))
export const find = async (id: string) => [await users.getUser({ id }, { timeout: 5000 }), await web.getUser({ id })]
`,
      options: [{"everywhere":true}],
      errors: [
        { messageId: 'endless', data: { remedy: 'Give it `abort: AbortSignal.timeout(milliseconds)`: nothing here gives a call up after its `timeout`' }, line: 10, column: 50, endLine: 10, endColumn: 90, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new TwirpFetchTransport({ baseUrl: 'https://users.example.com' }))
const web = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 }))
export const find = async (id: string) => [await users.getUser({ id }, { abort: AbortSignal.timeout(5000), timeout: 5000 }), await web.getUser({ id })]
` }] },
        { messageId: 'endless', data: { remedy: 'Give it `abort: AbortSignal.timeout(milliseconds)`: nothing here gives a call up after its `timeout`' }, line: 10, column: 98, endLine: 10, endColumn: 117, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new TwirpFetchTransport({ baseUrl: 'https://users.example.com' }))
const web = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 }))
export const find = async (id: string) => [await users.getUser({ id }, { timeout: 5000 }), await web.getUser({ id }, { abort: AbortSignal.timeout(5000) })]
` }] },
      ],
    },
    {
      name: 'a deadline of gRPC-Web that has passed, and none',
      code: `
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

const greeter = new GreeterClient('https://greeter.example.com')
greeter.sayHello({}, { deadline: '5000' }, () => {})
greeter.sayHello({}, {}, () => {})
`,
      options: [{"everywhere":true}],
      errors: [
        { messageId: 'endless', data: { remedy: 'Add it to `Date.now()`: `deadline` is a point in time, and one that has passed counts for nothing' }, line: 5, column: 1, endLine: 5, endColumn: 53, suggestions: [{ messageId: 'edit', data: { says: 'Add it to `Date.now()`' }, output: `
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

const greeter = new GreeterClient('https://greeter.example.com')
greeter.sayHello({}, { deadline: String(Date.now() + Number('5000')) }, () => {})
greeter.sayHello({}, {}, () => {})
` }] },
        { messageId: 'endless', data: { remedy: 'Give its metadata a `deadline`, such as `String(Date.now() + 5000)`' }, line: 6, column: 1, endLine: 6, endColumn: 35, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

const greeter = new GreeterClient('https://greeter.example.com')
greeter.sayHello({}, { deadline: '5000' }, () => {})
greeter.sayHello({}, { deadline: String(Date.now() + 5000) }, () => {})
` }] },
      ],
    },
    {
      name: 'a timeout of a request that nobody listens to',
      code: `
import { NodeHttpRPC } from 'twirp-ts'
import { HatsClientProtobuf } from './gen/hats.twirp.js'

const hats = new HatsClientProtobuf(NodeHttpRPC({ baseUrl: 'https://hats.example.com', timeout: 5000 }))
export const make = async (inches: number) => await hats.MakeHat({ inches })
`,
      options: [{"everywhere":true}],
      errors: [
        { messageId: 'endless', data: { remedy: 'Race it against a timer, or give the client an `Rpc` of your own that gives up: `timeout` of `NodeHttpRPC()` does not' }, line: 6, column: 53, endLine: 6, endColumn: 77, suggestions: undefined },
      ],
    },
    {
      name: 'messages that a guard and a handler wait for',
      code: `
import { CanActivate, Controller, Inject } from '@nestjs/common'
import { ClientProxy, MessagePattern } from '@nestjs/microservices'
import { firstValueFrom, map } from 'rxjs'

export class AuthGuard implements CanActivate {
  constructor(@Inject('AUTH') private readonly auth: ClientProxy) {}
  canActivate() {
    return this.auth
      .send('authenticate', {})
      .pipe(map(user => Boolean(user)))
  }
}

@Controller()
export class Prices {
  constructor(@Inject('TAX') private readonly tax: ClientProxy) {}
  @MessagePattern('price')
  async price() {
    const percent$ = this.tax.send('percent', {})
    return { percent: await firstValueFrom(percent$.pipe(map(Number))), later: await Promise.all([firstValueFrom(this.tax.send('later', {}))]) }
  }
}
`,
      errors: [
        { messageId: 'endless', data: { remedy: piped }, line: 10, column: 8, endLine: 10, endColumn: 12, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 20, column: 31, endLine: 20, endColumn: 35, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 21, column: 123, endLine: 21, endColumn: 127, suggestions: undefined },
      ],
    },
    {
      name: 'methods of a service whose answers come as streams',
      code: `
import { Inject } from '@nestjs/common'
import { ClientGrpc, ClientProxyFactory, ClientsModule, Transport } from '@nestjs/microservices'
import { forkJoin, lastValueFrom } from 'rxjs'
import type { OrdersService } from './orders.pb.js'

export class Orders {
  private orders!: OrdersService
  constructor(@Inject('ORDERS') private readonly client: ClientGrpc) {}
  onModuleInit() { this.orders = this.client.getService<OrdersService>('Orders') }
  get(id: string) { return lastValueFrom(this.orders.get({ id })).catch(() => undefined) }
  late(id: string) { return lastValueFrom(this.orders.get({ id }, undefined, { deadline: 5000 })) }
}
const mail = ClientProxyFactory.create({ transport: Transport.TCP, options: {} })
export const send = async () => { await mail.send('mail', {}).toPromise() }
export const clients = ClientsModule.register([{ name: 'ORDERS', transport: Transport.GRPC, options: { package: 'orders', protoPath: 'orders.proto' } }])
export const all = async () => { await lastValueFrom(forkJoin([mail.send('a', {}), mail.send('b', {})])) }
export const named = async () => { await lastValueFrom(forkJoin({ a: mail.send('a', {}) })) }
`,
      options: everywhere,
      errors: [
        { messageId: 'endless', data: { remedy: piped }, line: 11, column: 54, endLine: 11, endColumn: 57, suggestions: undefined },
        { messageId: 'unit', data: { remedy: 'Add it to `Date.now()`: `deadline` is a point in time in milliseconds' }, line: 12, column: 80, endLine: 12, endColumn: 94, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 15, column: 46, endLine: 15, endColumn: 50, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 17, column: 69, endLine: 17, endColumn: 73, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 17, column: 89, endLine: 17, endColumn: 93, suggestions: undefined },
        { messageId: 'endless', data: { remedy: piped }, line: 18, column: 75, endLine: 18, endColumn: 79, suggestions: undefined },
      ],
    },
    {
      name: 'a point in time where a span is meant, and no end at all',
      code: `
import { createChannel, createClientFactory } from 'nice-grpc'
import { deadlineMiddleware } from 'nice-grpc-client-middleware-deadline'
import { OrdersDefinition } from './gen/orders.js'

const channel = createChannel('https://orders.example.com')
const timed = createClientFactory().use(deadlineMiddleware).create(OrdersDefinition, channel)
export const list = () => timed.listOrders({ page: 0 }, { deadline: Date.now() + 5000 })
const plain = createClientFactory().create(OrdersDefinition, channel)
export const open = () => plain.openOrder({ page: 0 })
`,
      options: [{ everywhere: true }],
      errors: [
        { messageId: 'span', data: { remedy: 'Give `deadline` the milliseconds that the call may take' }, line: 8, column: 59, endLine: 8, endColumn: 86, suggestions: undefined },
        { messageId: 'endless', data: { remedy: 'Give it `{ signal: AbortSignal.timeout(milliseconds) }`' }, line: 10, column: 27, endLine: 10, endColumn: 55, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { createChannel, createClientFactory } from 'nice-grpc'
import { deadlineMiddleware } from 'nice-grpc-client-middleware-deadline'
import { OrdersDefinition } from './gen/orders.js'

const channel = createChannel('https://orders.example.com')
const timed = createClientFactory().use(deadlineMiddleware).create(OrdersDefinition, channel)
export const list = () => timed.listOrders({ page: 0 }, { deadline: Date.now() + 5000 })
const plain = createClientFactory().create(OrdersDefinition, channel)
export const open = () => plain.openOrder({ page: 0 }, { signal: AbortSignal.timeout(5000) })
` }] },
      ],
    },
    {
      name: 'calls without metadata, which the methods that are generated want before options',
      code: `
import { Client, credentials } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl())
export const list = (done: () => void) => orders.listOrders({ page: 0 }, done)
const raw = new Client('jobs.internal:443', credentials.createSsl())
export const open = (id: string, done: () => void) => raw.makeUnaryRequest('/batch.Jobs/Open', Buffer.from, String, id, done)
`,
      options: [{ everywhere: true }],
      errors: [
        { messageId: 'endless', data: { remedy: deadline }, line: 6, column: 43, endLine: 6, endColumn: 79, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { Client, credentials, Metadata } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl())
export const list = (done: () => void) => orders.listOrders({ page: 0 }, new Metadata(), { deadline: Date.now() + 5000 }, done)
const raw = new Client('jobs.internal:443', credentials.createSsl())
export const open = (id: string, done: () => void) => raw.makeUnaryRequest('/batch.Jobs/Open', Buffer.from, String, id, done)
` }] },
        { messageId: 'endless', data: { remedy: deadline }, line: 8, column: 55, endLine: 8, endColumn: 126, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { Client, credentials } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl())
export const list = (done: () => void) => orders.listOrders({ page: 0 }, done)
const raw = new Client('jobs.internal:443', credentials.createSsl())
export const open = (id: string, done: () => void) => raw.makeUnaryRequest('/batch.Jobs/Open', Buffer.from, String, id, { deadline: Date.now() + 5000 }, done)
` }] },
      ],
    },
    {
      name: 'calls where nobody imports metadata, or its name is taken',
      code: `
import { credentials } from '@grpc/grpc-js'
import { Metadata } from './records.js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl())
export const list = (done: () => void, page: Metadata) => orders.listOrders({ page }, done)
`,
      options: [{ everywhere: true }],
      errors: [{ messageId: 'endless', data: { remedy: deadline }, line: 7, column: 59, endLine: 7, endColumn: 92, suggestions: [] }],
    },
    {
      name: 'a call while a caller waits',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, OrdersService } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
new grpc.Server().addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<{ id: string }, unknown>, callback: grpc.sendUnaryData<unknown>) {
    upstream.getOrder({ id: call.request.id }, callback)
  },
})
`,
      errors: [{ messageId: 'endless', data: { remedy: deadline }, line: 8, column: 5, endLine: 8, endColumn: 57, suggestions: undefined }],
    },
    {
      name: 'metadata is no deadline',
      code: `
import { credentials, Metadata } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export class Orders {
  private readonly client = new OrdersClient('orders.internal:443', credentials.createSsl())

  get(id: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.client.getOrder({ id }, new Metadata(), (error, order) => (error ? reject(error) : resolve(order)))
    })
  }
}
`,
      options: everywhere,
      errors: [{ messageId: 'endless', data: { remedy: deadline }, line: 10, column: 7, endLine: 10, endColumn: 111, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { credentials, Metadata } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export class Orders {
  private readonly client = new OrdersClient('orders.internal:443', credentials.createSsl())

  get(id: string): Promise<unknown> {
    return new Promise((resolve, reject) => {
      this.client.getOrder({ id }, new Metadata(), { deadline: Date.now() + 5000 }, (error, order) => (error ? reject(error) : resolve(order)))
    })
  }
}
` }] }],
    },
    {
      name: 'a span where a point in time is meant',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const TIMEOUT = 5_000
const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const list = (done: grpc.requestCallback<unknown>) => client.listOrders({}, new grpc.Metadata(), { deadline: TIMEOUT }, done)
`,
      errors: [{ messageId: 'unit', data: { remedy: 'Add it to `Date.now()`: `deadline` is a point in time in milliseconds' }, line: 7, column: 107, endLine: 7, endColumn: 124, suggestions: [{ messageId: 'edit', data: { says: 'Add it to `Date.now()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const TIMEOUT = 5_000
const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const list = (done: grpc.requestCallback<unknown>) => client.listOrders({}, new grpc.Metadata(), { deadline: Date.now() + TIMEOUT }, done)
` }] }],
    },
    {
      name: 'a deadline that never comes',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const list = (done: grpc.requestCallback<unknown>) => client.listOrders({}, new grpc.Metadata(), { deadline: Infinity }, done)
`,
      options: everywhere,
      errors: [{ messageId: 'endless', data: { remedy: deadline }, line: 6, column: 62, endLine: 6, endColumn: 134, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const list = (done: grpc.requestCallback<unknown>) => client.listOrders({}, new grpc.Metadata(), { deadline: Date.now() + 5000 }, done)
` }] }],
    },
    {
      name: 'a binding of Windows RPC that calls without a limit',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const post = koffi.load('ledger_c.dll').func('int32 Post(void *binding, int64 cents)')

export function book(cents: bigint) {
  const binding: [unknown] = [null]
  bindingFrom('ncacn_ip_tcp:ledger.corp.example[49300]', binding)
  return post(binding[0], cents) as number
}
`,
      options: everywhere,
      errors: [{ messageId: 'endless', data: { remedy: 'Call `RpcBindingSetOption` with `RPC_C_OPT_CALL_TIMEOUT` (12) and a number of milliseconds' }, line: 10, column: 3, endLine: 10, endColumn: 66, suggestions: undefined }],
    },
    {
      name: 'a time limit that is taken away',
      code: `
import * as ffi from 'ffi-napi'

const rpcrt4 = ffi.Library('rpcrt4', { RpcBindingSetOption: ['int32', ['pointer', 'uint32', 'size_t']] })
const RPC_C_OPT_CALL_TIMEOUT = 12

export const patient = (binding: Buffer) => rpcrt4.RpcBindingSetOption(binding, RPC_C_OPT_CALL_TIMEOUT, 0)
`,
      options: everywhere,
      errors: [{ messageId: 'endless', data: { remedy: 'Pass a number of milliseconds for `RPC_C_OPT_CALL_TIMEOUT` (12)' }, line: 7, column: 45, endLine: 7, endColumn: 107, suggestions: undefined }],
    },
    {
      name: 'calls without a stub, and callbacks that come from somebody else',
      code: `
import { Client, credentials, Metadata } from '@grpc/grpc-js'
import { PricesClient } from './gen/prices.js'

const plain = (value: unknown) => Buffer.from(JSON.stringify(value))
const prices = new PricesClient('prices.internal:443', credentials.createSsl())

export class Jobs extends Client {
  open(spec: object) {
    return new Promise(resolve => this.makeUnaryRequest('/batch.Jobs/Open', plain, JSON.parse, spec, new Metadata(), (error, id) => resolve(error ?? id)))
  }
  send(done: (error: Error | null) => void) {
    this.makeClientStreamRequest('/batch.Jobs/Send', plain, JSON.parse, new Metadata(), done).end()
  }
  update(sku: string, done: (error: Error | null) => void) {
    prices.update({ sku }, new Metadata(), done)
  }
}
`,
      options: everywhere,
      errors: [
        { messageId: 'endless', data: { remedy: deadline }, line: 10, column: 35, endLine: 10, endColumn: 154, suggestions: undefined },
        { messageId: 'endless', data: { remedy: deadline }, line: 13, column: 5, endLine: 13, endColumn: 94, suggestions: undefined },
        { messageId: 'endless', data: { remedy: deadline }, line: 16, column: 5, endLine: 16, endColumn: 49, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { Client, credentials, Metadata } from '@grpc/grpc-js'
import { PricesClient } from './gen/prices.js'

const plain = (value: unknown) => Buffer.from(JSON.stringify(value))
const prices = new PricesClient('prices.internal:443', credentials.createSsl())

export class Jobs extends Client {
  open(spec: object) {
    return new Promise(resolve => this.makeUnaryRequest('/batch.Jobs/Open', plain, JSON.parse, spec, new Metadata(), (error, id) => resolve(error ?? id)))
  }
  send(done: (error: Error | null) => void) {
    this.makeClientStreamRequest('/batch.Jobs/Send', plain, JSON.parse, new Metadata(), done).end()
  }
  update(sku: string, done: (error: Error | null) => void) {
    prices.update({ sku }, new Metadata(), { deadline: Date.now() + 5000 }, done)
  }
}
` }] },
      ],
    },
    {
      name: 'a span in place of a time, whatever interceptors the client has',
      code: `
import { credentials } from '@grpc/grpc-js'
import { OrdersClient, interceptors } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors })
export const get = (id: string, done: (error: Error | null) => void) => orders.getOrder({ id }, { deadline: 5000 }, done)
`,
      errors: [{ messageId: 'unit', data: { remedy: 'Add it to `Date.now()`: `deadline` is a point in time in milliseconds' }, line: 6, column: 99, endLine: 6, endColumn: 113, suggestions: [{ messageId: 'edit', data: { says: 'Add it to `Date.now()`' }, output: `
import { credentials } from '@grpc/grpc-js'
import { OrdersClient, interceptors } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors })
export const get = (id: string, done: (error: Error | null) => void) => orders.getOrder({ id }, { deadline: Date.now() + 5000 }, done)
` }] }],
    },
    {
      name: 'a request of the web while a peer waits',
      code: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.create()
const weather = new URL('https://weather.example/v1/now')
export const router = t.router({
  now: t.procedure.query(async () => (await fetch(weather)).text()),
  in: t.procedure.query(async ({ ctx }) => {
    const res = await fetch(ctx.url, { method: 'POST' })
    return res.status
  }),
})
`,
      errors: [
        { messageId: 'endless', data: { remedy: fetched }, line: 7, column: 45, endLine: 7, endColumn: 59, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.create()
const weather = new URL('https://weather.example/v1/now')
export const router = t.router({
  now: t.procedure.query(async () => (await fetch(weather, { signal: AbortSignal.timeout(5000) })).text()),
  in: t.procedure.query(async ({ ctx }) => {
    const res = await fetch(ctx.url, { method: 'POST' })
    return res.status
  }),
})
` }] },
        { messageId: 'endless', data: { remedy: fetched }, line: 9, column: 23, endLine: 9, endColumn: 57, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.create()
const weather = new URL('https://weather.example/v1/now')
export const router = t.router({
  now: t.procedure.query(async () => (await fetch(weather)).text()),
  in: t.procedure.query(async ({ ctx }) => {
    const res = await fetch(ctx.url, { signal: AbortSignal.timeout(5000), method: 'POST' })
    return res.status
  }),
})
` }] },
      ],
    },
    {
      name: 'calls of a tRPC client, whose links never give up',
      code: `
import { createTRPCClient, httpBatchLink, httpLink, loggerLink, splitLink } from '@trpc/client'
import { initTRPC } from '@trpc/server'

const url = 'https://stock.example/trpc'
const stock = createTRPCClient({ links: [loggerLink(), splitLink({ condition: (op) => op.type === 'query', true: httpBatchLink({ url }), false: httpLink({ url }) })] })
const t = initTRPC.create()
export const router = t.router({
  left: t.procedure.query(async () => await stock.items.left.query({ id: 1 })),
  take: t.procedure.mutation(() => stock.items.take.mutate({ id: 1 }, { context: {} })),
})
`,
      errors: [
        { messageId: 'endless', data: { remedy: trpc }, line: 9, column: 45, endLine: 9, endColumn: 78, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { createTRPCClient, httpBatchLink, httpLink, loggerLink, splitLink } from '@trpc/client'
import { initTRPC } from '@trpc/server'

const url = 'https://stock.example/trpc'
const stock = createTRPCClient({ links: [loggerLink(), splitLink({ condition: (op) => op.type === 'query', true: httpBatchLink({ url }), false: httpLink({ url }) })] })
const t = initTRPC.create()
export const router = t.router({
  left: t.procedure.query(async () => await stock.items.left.query({ id: 1 }, { signal: AbortSignal.timeout(5000) })),
  take: t.procedure.mutation(() => stock.items.take.mutate({ id: 1 }, { context: {} })),
})
` }] },
        { messageId: 'endless', data: { remedy: trpc }, line: 10, column: 36, endLine: 10, endColumn: 87, suggestions: [{ messageId: 'edit', data: { says: 'Give it up after five seconds' }, output: `
import { createTRPCClient, httpBatchLink, httpLink, loggerLink, splitLink } from '@trpc/client'
import { initTRPC } from '@trpc/server'

const url = 'https://stock.example/trpc'
const stock = createTRPCClient({ links: [loggerLink(), splitLink({ condition: (op) => op.type === 'query', true: httpBatchLink({ url }), false: httpLink({ url }) })] })
const t = initTRPC.create()
export const router = t.router({
  left: t.procedure.query(async () => await stock.items.left.query({ id: 1 })),
  take: t.procedure.mutation(() => stock.items.take.mutate({ id: 1 }, { signal: AbortSignal.timeout(5000), context: {} })),
})
` }] },
      ],
    },
    {
      name: 'a client of version 10, wherever it calls',
      code: `
import { createTRPCProxyClient, httpLink } from 'trpc-client-10'

export const client = createTRPCProxyClient({ links: [httpLink({ url: 'https://stock.example/trpc' })] })
export const left = async () => await client.left.query()
`,
      options: everywhere,
      errors: [{ messageId: 'endless', data: { remedy: trpc }, line: 5, column: 39, endLine: 5, endColumn: 58, suggestions: undefined }],
    },
    {
      name: 'a connection whose timer nobody hears',
      code: `
import thrift from 'thrift'
import { Orders, Stock, tls } from './orders.js'

const stock = thrift.createClient(Stock, thrift.createSSLConnection('stock.internal', 9093, { timeout: 2000, connect_timeout: 500 }))
export const server = thrift.createServer(Orders, {
  get(id: string, result: (error: unknown, stock?: unknown) => void) { stock.count(id, result) },
}, { tls })
`,
      errors: [{ messageId: 'endless', data: { remedy: 'Run it against a timer with `Promise.race()`: `timeout` only makes the connection emit an event' }, line: 7, column: 72, endLine: 7, endColumn: 95, suggestions: undefined }],
    },
    {
      name: 'what Temporal is asked while somebody waits',
      code: `
import { Client } from '@temporalio/client'
import { initTRPC } from '@trpc/server'

const t = initTRPC.create(), client = new Client()
export const router = t.router({ run: t.procedure.query(() => client.workflow.execute('run', { taskQueue: 'runs', workflowId: 'one' })) })
`,
      errors: [{ messageId: 'endless', data: { remedy: 'Make it in what `connection.withDeadline(Date.now() + 5000, …)` is given' }, line: 6, column: 63, endLine: 6, endColumn: 135, suggestions: undefined }],
    },
    {
      name: 'a deadline around calls that is a span',
      code: `
import { Client } from '@temporalio/client'

const client = new Client()
export const run = () => client.withDeadline(5000, () => client.workflow.execute('run', { taskQueue: 'runs', workflowId: 'one' }))
`,
      errors: [{
        messageId: 'unit', data: { remedy: 'Add it to `Date.now()`: it is a point in time in milliseconds' }, line: 5, column: 46, endLine: 5, endColumn: 50,
        suggestions: [{ messageId: 'edit', data: { says: 'Add it to `Date.now()`' }, output: `
import { Client } from '@temporalio/client'

const client = new Client()
export const run = () => client.withDeadline(Date.now() + 5000, () => client.workflow.execute('run', { taskQueue: 'runs', workflowId: 'one' }))
` }],
      }],
    },
  ],
  valid: [
    {
      name: 'calls of generated clients that something gives up',
      code: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'
import { UsersClient } from './gen/users.client.js'

const users = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl() }))
const web = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com' }))
const patient = new UsersClient(new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl(), timeout: 5000 }))
export const find = async (id: string) => [
  await users.getUser({ id }, { timeout: 5000 }), await users.getUser({ id }, { timeout: new Date(Date.now() + 5000) }), await users.getUser({ id }, { callOptions: { deadline: Date.now() + 5000 } }),
  await web.getUser({ id }, { abort: AbortSignal.timeout(5000) }), await patient.getUser({ id }), await users.upload({ timeout: 5000 }),
]
export const watch = () => users.watch({}).responses
`,
      options: [{"everywhere":true}],
    },
    {
      name: 'a client whose transport is not seen',
      code: `
import type { RpcTransport } from '@protobuf-ts/runtime-rpc'
import { transport } from './transport.js'
import { UsersClient } from './gen/users.client.js'

export const find = async (given: RpcTransport, id: string) => [await new UsersClient(given).getUser({ id }), await new UsersClient(transport).getUser({ id })]
`,
      options: [{"everywhere":true}],
    },
    {
      name: 'deadlines of gRPC-Web, and calls of Twirp that run against something',
      code: `
import { NodeHttpRPC } from 'twirp-ts'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'
import { HatsClientProtobuf } from './gen/hats.twirp.js'

const greeter = new GreeterClient('https://greeter.example.com')
export const hello = (until: number) => [greeter.sayHello({}, { deadline: String(until) }, () => {}), greeter.sayHello({}, {}, { signal: AbortSignal.timeout(5000) })]
const hats = new HatsClientProtobuf(NodeHttpRPC({ baseUrl: 'https://hats.example.com' }))
export const make = async (late: Promise<never>) => await Promise.race([hats.MakeHat({}), late])
`,
      options: [{"everywhere":true}],
    },
    {
      name: 'calls that somebody cancels, over channels that callers bring or whose requests give up',
      code: `
import * as grpc from '@grpc/grpc-js'
import { createClient, type Transport } from '@connectrpc/connect'
import { createConnectTransport } from '@connectrpc/connect-web'
import { OrdersClient } from './gen/orders.js'
import { Orders } from './gen/orders_pb.js'

const orders = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export function get(id: number, done: () => void) {
  const call = orders.get({ id }, done)
  setTimeout(() => call.cancel(), 3_000)
}
export const list = (transport: Transport) => createClient(Orders, transport).list({})
const patient = createConnectTransport({ baseUrl: 'https://orders.example', fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(3_000) }) })
export const all = () => createClient(Orders, patient).list({})
`,
      options: everywhere,
    },
    {
      name: 'services of clients that are registered elsewhere, with a deadline, or twice',
      code: `
import { Inject } from '@nestjs/common'
import { ClientGrpc, ClientsModule, Transport } from '@nestjs/microservices'
import { forkJoin, lastValueFrom, timeout } from 'rxjs'
import { patience } from './interceptors.js'

export class Orders {
  constructor(@Inject('ELSEWHERE') private readonly elsewhere: ClientGrpc, @Inject('PATIENT') private readonly patient: ClientGrpc, @Inject('TWICE') private readonly twice: ClientGrpc, private readonly plain: ClientGrpc) {}
  async all() {
    return [
      await lastValueFrom(this.elsewhere.getService<any>('A').get({})), await lastValueFrom(this.patient.getService<any>('B').get({})),
      await lastValueFrom(this.twice.getService<any>('C').get({})), await lastValueFrom(this.plain.getService<any>('D').get({})),
      await lastValueFrom(forkJoin([this.elsewhere.getService<any>('A').get({})]).pipe(timeout(900))),
    ]
  }
}
const grpc = { transport: Transport.GRPC as const, options: { package: 'a', protoPath: 'a.proto' } }
export const clients = ClientsModule.register([
  { name: 'PATIENT', transport: Transport.GRPC, options: { ...grpc.options, channelOptions: { interceptors: [patience] } } },
  { name: 'TWICE', ...grpc }, { name: 'TWICE', ...grpc, options: { ...grpc.options, url: 'localhost:1' } },
])
`,
      options: everywhere,
    },
    {
      name: 'streams that an operator, a timer, or somebody else may end',
      code: `
import { Controller, Inject } from '@nestjs/common'
import { Client, ClientGrpc, ClientProxy, ClientProxyFactory, MessagePattern, Transport } from '@nestjs/microservices'
import { firstValueFrom, lastValueFrom, map, race, takeUntil, timeout, timer } from 'rxjs'
import { patiently, within } from './operators.js'

const timed = ClientProxyFactory.create({ transport: Transport.GRPC, options: { package: 'a', protoPath: 'a.proto', channelOptions: { 'grpc.service_config': process.env.CONFIG } } }) as unknown as ClientGrpc

@Controller()
export class Prices {
  @Client({ transport: Transport.TCP }) private readonly other!: ClientProxy
  constructor(@Inject('TAX') private readonly tax: ClientProxy, @Inject('GRPC') private readonly grpc: ClientGrpc) {}
  @MessagePattern('price')
  async price(options: object) {
    const percent$ = this.tax.send('percent', {})
    let later = this.tax.send('later', {})
    later = later.pipe(timeout(1))
    const kept = firstValueFrom(this.tax.send('kept', {}))
    this.tax.emit('asked', {})
    this.tax.send('watch', {}).subscribe(console.log)
    return [
      await firstValueFrom(percent$.pipe(map(Number), timeout({ first: 900 }))), await firstValueFrom(later), await within(900, kept),
      await firstValueFrom(this.tax.send('a', {}).pipe(takeUntil(timer(900)))), await firstValueFrom(this.tax.send('b', {}).pipe(patiently())),
      await firstValueFrom(race(this.tax.send('c', {}), timer(900))), await Promise.race([firstValueFrom(this.other.send('d', {})), within(900)]),
      await within(900, () => firstValueFrom(this.other.send('e', {}))), await firstValueFrom(this.other.send('f', {}).pipe(...this.operators())),
      await lastValueFrom(this.grpc.getService<any>('G').get({}, options)), await lastValueFrom(this.grpc.getService<any>('G').get({}, { deadline: Date.now() + 900 })),
      await lastValueFrom(timed.getService<any>('T').get({})),
    ]
  }
  @MessagePattern('passed')
  passed() { return this.tax.send('percent', {}) }
}
`,
      options: everywhere,
    },
    {
      name: 'options of a caller, or none',
      code: `
import * as grpc from '@grpc/grpc-js'
import { options } from './options.js'

function run(client: grpc.Client, given: grpc.CallOptions | undefined, method: string, done: (error: Error | null) => void) {
  (client as any)[method]({}, new grpc.Metadata(), given || {}, done)
}
export const get = (Client: typeof grpc.Client, key?: string, done: () => void) => run(new Client('orders.internal:443', grpc.credentials.createSsl()), key ? { ...options(key) } : undefined, 'get', done)
`,
      options: [{ everywhere: true }],
    },
    {
      name: 'whatever a caller gives',
      code: `
import { credentials } from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.internal:443', credentials.createSsl())
export const list = (...given: Parameters<typeof orders.listOrders>) => orders.listOrders(...given)
export const page = (...given: unknown[]) => orders.listOrders({ page: 0 }, ...given)
`,
      options: [{ everywhere: true }],
    },
    {
      name: 'calls without a stub, and streams, that end',
      code: `
import { Client, credentials, Metadata } from '@grpc/grpc-js'
import { FilesClient } from './gen/files.js'

const plain = (value: unknown) => Buffer.from(JSON.stringify(value))
const files = new FilesClient('files.internal:443', credentials.createSsl())
const soon = () => ({ deadline: Date.now() + 1000 })

export class Jobs extends Client {
  open(spec: object, done: (error: Error | null) => void) {
    this.makeUnaryRequest('/batch.Jobs/Open', plain, JSON.parse, spec, new Metadata(), soon(), done)
    this.makeServerStreamRequest('/batch.Jobs/Watch', plain, JSON.parse, spec, { deadline: Date.now() + 1000 }).on('data', console.log)
    files.upload({ deadline: Date.now() + 1000 }, done).end()
  }
}
`,
      options: everywhere,
    },
    {
      name: 'requests that end, or may, and those that nobody waits for',
      code: `
import { initTRPC } from '@trpc/server'
import { init, request } from './requests.js'

const t = initTRPC.create()
export const page = async () => (await fetch('https://weather.example/')).text()
export const router = t.router({
  one: t.procedure.query(({ signal }) => fetch('https://weather.example/', { signal })),
  two: t.procedure.query(() => fetch('https://weather.example/', init)),
  three: t.procedure.query(() => fetch(request)),
  four: t.procedure.query(() => Promise.race([fetch('https://weather.example/'), new Promise((_, reject) => setTimeout(reject, 900))])),
})
`,
    },
    {
      name: 'calls of a tRPC client that a link, a fetch or a signal ends',
      code: `
import { createTRPCClient, httpBatchLink, splitLink } from '@trpc/client'
import { timeoutLink } from './links.js'
import { other } from './clients.js'

const url = 'https://stock.example/trpc'
const a = createTRPCClient({ links: [timeoutLink(5_000), httpBatchLink({ url })] })
const b = createTRPCClient({ links: [httpBatchLink({ url, fetch: (input, init) => fetch(input, { ...init, signal: AbortSignal.timeout(900) }) })] })
const c = createTRPCClient({ links: [() => ({ op, next }) => next(op), httpBatchLink({ url })] })
const d = createTRPCClient({ links: [splitLink({ condition: () => true, true: [timeoutLink(1), httpBatchLink({ url })], false: httpBatchLink({ url, fetch }) })] })
const e = createTRPCClient({ links: [httpBatchLink({ url })] })
export const all = async (options: object) => {
  await a.left.query()
  await b.left.query()
  await c.left.query()
  await d.left.query()
  await e.left.query({ id: 1 }, { signal: AbortSignal.timeout(900) })
  await e.left.query({ id: 1 }, options)
  await other.left.query()
  e.moved.subscribe({}, { onData() {} })
}
`,
      options: everywhere,
    },
    {
      name: 'deadlines, also by way of a helper',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const inSeconds = (seconds: number) => ({ deadline: new Date(Date.now() + seconds * 1000) })
const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const get = (id: string, done: grpc.requestCallback<unknown>) => client.getOrder({ id }, new grpc.Metadata(), inSeconds(5), done)
export const list = (done: grpc.requestCallback<unknown>) => client.listOrders({}, { deadline: Date.now() + 1000 }, done)
`,
      options: everywhere,
    },
    {
      name: 'a call that nobody waits for, by default',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const get = (id: string, done: grpc.requestCallback<unknown>) => client.getOrder({ id }, done)
`,
    },
    {
      name: "the caller's own deadline",
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient, OrdersService } from './gen/orders.js'

const upstream = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
new grpc.Server().addService(OrdersService, {
  getOrder: (call, callback) => { upstream.getOrder(call.request, new grpc.Metadata(), { parent: call }, callback) },
})
`,
    },
    {
      name: 'an interceptor or a service config that may set one',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesClient } from './gen/files.js'
import { timeout } from './interceptors.js'

const one = new FilesClient('files.internal:443', grpc.credentials.createSsl(), { interceptors: [timeout(5)] })
const two = new FilesClient('files.internal:443', grpc.credentials.createSsl(), { 'grpc.service_config': process.env.SERVICE_CONFIG })
export const search = (done: grpc.requestCallback<unknown>) => { one.search({}, done); two.search({}, done) }
`,
      options: everywhere,
    },
    {
      name: 'a stream, which is meant to stay open',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export function watch(onOrder: (order: unknown) => void) {
  const stream = client.watchOrders({})
  stream.on('data', onOrder)
  return () => stream.cancel()
}
`,
      options: everywhere,
    },
    {
      name: 'options that a caller gives',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const client = new OrdersClient('orders.internal:443', grpc.credentials.createSsl())
export const get = (id: string, options: grpc.CallOptions, done: grpc.requestCallback<unknown>) => client.getOrder({ id }, new grpc.Metadata(), options, done)
`,
      options: everywhere,
    },
    {
      name: 'a binding with a limit, and a local one, on which it has no effect',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')
const post = koffi.load('ledger_c.dll').func('int32 Post(void *binding, int64 cents)')

export function book(cents: bigint) {
  const binding: [unknown] = [null]
  bindingFrom('ncacn_ip_tcp:ledger.corp.example[49300]', binding)
  setOption(binding[0], 12, 5_000)
  return post(binding[0], cents) as number
}
export function bookHere(cents: bigint) {
  const binding: [unknown] = [null]
  bindingFrom('ncalrpc:[acme-ledger]', binding)
  return post(binding[0], cents) as number
}
`,
      options: everywhere,
    },
    {
      name: 'a client of another library',
      code: `
import { OrdersClient } from '@acme/orders'

const client = new OrdersClient('orders.internal:443')
export const get = (id: string, done: () => void) => client.getOrder({ id }, done)
`,
      options: everywhere,
    },
    {
      name: 'a request of a job that a procedure plans for later',
      code: `
import { initTRPC } from '@trpc/server'
import { schedule } from './jobs.js'

const t = initTRPC.create()
export const plan = t.procedure.mutation(async () => {
  schedule('0 0 * * *', async () => { await fetch('https://hooks.acme.example/cleanup') })
})
`,
    },
    {
      name: 'a connection whose timer somebody hears, and a call in a promise with a timer',
      code: `
import thrift from 'thrift'
import { Orders, Stock, tls } from './orders.js'

const connection = thrift.createSSLConnection('stock.internal', 9093, { timeout: 2000 })
connection.on('timeout', () => connection.destroy())
const stock = thrift.createClient(Stock, connection), other = thrift.createClient(Stock, thrift.createSSLConnection('other.internal', 9093, {}))
export const server = thrift.createServer(Orders, {
  get: (id: string) => stock.count(id),
  find: (id: string) => new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('late')), 1000)
    other.count(id, (error: unknown, count: unknown) => { clearTimeout(timer); if (error) reject(error); else resolve(count) })
  }),
}, { tls })
`,
    },
    {
      name: 'what Temporal is asked where a deadline may be around it, and where nobody waits',
      code: `
import { Client } from '@temporalio/client'
import { initTRPC } from '@trpc/server'

const t = initTRPC.create(), client = new Client()
const run = () => client.workflow.execute('run', { taskQueue: 'runs', workflowId: 'one' })
export const router = t.router({ run: t.procedure.query(() => client.withDeadline(Date.now() + 5000, run)) })
`,
      options: everywhere,
    },
    {
      name: 'a promise that is handed to whoever may give up before',
      code: `
import thrift from 'thrift'
import { Orders, Stock, tls, within } from './orders.js'

const stock = thrift.createClient<any>(Stock, thrift.createSSLConnection('stock.internal', 9093, {}))
export const server = thrift.createServer(Orders, { get: (id: string) => within(stock.count(id), 500) }, { tls })
`,
    },
  ],
})
