import { arg } from '../../src/frameworks/describe.js'
import rule from '../../src/rules/require-encryption.js'
import { tester } from './tester.js'

const channel = 'Use `credentials.createSsl()`'

tester.run('require-encryption', rule, {
  invalid: [
    {
      name: 'addresses that settings keep, called by what they were asked for',
      code: `
import { ConfigService } from '@nestjs/config'
import { NestFactory } from '@nestjs/core'
import { Transport } from '@nestjs/microservices'
import { AppModule, GRPC_KEY } from './app.module.js'

class Settings {
  constructor(private readonly config: ConfigService) {}
  get billing() { return this.config.getOrThrow<string>('BILLING_URL') }
}
const app = await NestFactory.create(AppModule)
app.connectMicroservice({ transport: Transport.GRPC, options: { url: app.get<ConfigService>(ConfigService).getOrThrow<string>('LISTEN_URL') } })
app.connectMicroservice({ transport: Transport.GRPC, options: { url: app.get(ConfigService).grpcUrl } })
app.connectMicroservice({ transport: Transport.GRPC, options: { url: app.get<ConfigService>(ConfigService).getOrThrow<string>(GRPC_KEY) } })
export const billing = (settings: Settings) => NestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options: { url: settings.billing } })
export const stock = (config: ConfigService) => NestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options: { url: config.get('STOCK_URL') } })
`,
      errors: [
        ...([['LISTEN_URL', 12, 27], ['grpcUrl', 13, 27], ['an address', 14, 27], ['BILLING_URL', 15, 92], ["config.get('STOCK_URL')", 16, 93]] as const).map(([where, line, column]) => ({
          messageId: 'plaintext' as const, data: { where: `on ${where}`, remedy: 'Give its options `credentials: ServerCredentials.createSsl(roots, keyCertPairs, true)` of @grpc/grpc-js' }, line, column, endLine: line, endColumn: column + 25, suggestions: undefined,
        })),
      ],
    },
    {
      name: 'options of a microservice that say nothing of credentials',
      code: `
import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'

@Module({ imports: [ClientsModule.register([{ name: 'ORDERS', transport: Transport.GRPC, options: { url: process.env.ORDERS, package: 'orders', protoPath: 'orders.proto' } }])] })
export class OrdersModule {}
`,
      errors: [{
        messageId: 'plaintext', data: { where: 'to process.env.ORDERS', remedy: 'Give its options `credentials: credentials.createSsl()` of @grpc/grpc-js' }, line: 5, column: 63, endLine: 5, endColumn: 88,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `credentials.createSsl()`' }, output: `
import { Module } from '@nestjs/common'
import { ClientsModule, Transport } from '@nestjs/microservices'
import { credentials } from '@grpc/grpc-js'

@Module({ imports: [ClientsModule.register([{ name: 'ORDERS', transport: Transport.GRPC, options: { credentials: credentials.createSsl(), url: process.env.ORDERS, package: 'orders', protoPath: 'orders.proto' } }])] })
export class OrdersModule {}
` }],
      }],
    },
    {
      name: 'options of a microservice where the file has credentials already, under another name',
      code: `
import * as grpc from '@grpc/grpc-js'
import { ClientProxyFactory, Transport } from '@nestjs/microservices'

export const metadata = new grpc.Metadata()
export const client = ClientProxyFactory.create({ transport: Transport.GRPC, options: { url: 'orders.internal:50051', package: 'orders', credentials: undefined } })
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to orders.internal:50051', remedy: 'Give its options `credentials: credentials.createSsl()` of @grpc/grpc-js' }, line: 6, column: 51, endLine: 6, endColumn: 76, suggestions: undefined }],
    },
    {
      name: 'options of a microservice of another transport',
      code: `
import { ClientProxyFactory, Transport } from '@nestjs/microservices'

export const queue = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: ['amqp://guest:guest@queue.internal:5672'], queue: 'mail' } })
`,
      errors: [{
        messageId: 'plaintext', data: { where: 'to amqp://queue.internal:5672', remedy: 'Use an `amqps:` address' }, line: 4, column: 94, endLine: 4, endColumn: 134,
        suggestions: [{ messageId: 'edit', data: { says: 'Use an `amqps:` address' }, output: `
import { ClientProxyFactory, Transport } from '@nestjs/microservices'

export const queue = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: ['amqps://guest:guest@queue.internal:5672'], queue: 'mail' } })
` }],
      }],
    },
    {
      name: 'brokers whose address is written in parts',
      code: `
import { ClientProxyFactory, Transport } from '@nestjs/microservices'

export const mail = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: [{ protocol: 'amqp', hostname: 'queue.internal' }] } })
export const post = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: [{ hostname: 'queue.internal' }] } })
`,
      errors: [0, 1].map(at => ({
        messageId: 'plaintext' as const, data: { where: 'to queue.internal', remedy: "Use `protocol: 'amqps'`" }, line: 4 + at,
        suggestions: [{ messageId: 'edit' as const, data: { says: "Use `protocol: 'amqps'`" }, output: `
import { ClientProxyFactory, Transport } from '@nestjs/microservices'

export const mail = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: [{ protocol: '${at === 0 ? 'amqps' : 'amqp'}', hostname: 'queue.internal' }] } })
export const post = ClientProxyFactory.create({ transport: Transport.RMQ, options: { urls: [{ ${at === 1 ? "protocol: 'amqps', " : ''}hostname: 'queue.internal' }] } })
` }],
      })),
    },
    {
      name: 'something of the program that is called like a test',
      code: `
import * as grpc from '@grpc/grpc-js'
import { describe } from './catalogue.js'

describe('orders', () => new grpc.Client('orders.internal:443', grpc.credentials.createInsecure()))
`,
      errors: [{
        messageId: 'plaintext', data: { where: 'to orders.internal:443', remedy: 'Use `credentials.createSsl()`' }, line: 5, column: 65, endLine: 5, endColumn: 98,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { describe } from './catalogue.js'

describe('orders', () => new grpc.Client('orders.internal:443', grpc.credentials.createSsl()))
` }],
      }],
    },
    {
      name: 'a client that is made without credentials',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export const orders = new OrdersClient('orders.internal:50051', grpc.credentials.createInsecure())
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to orders.internal:50051', remedy: channel }, line: 5, column: 65, endLine: 5, endColumn: 98, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export const orders = new OrdersClient('orders.internal:50051', grpc.credentials.createSsl())
` }] }],
    },
    {
      name: 'a listener whose address is put together from parts',
      code: `
import { Server, ServerCredentials } from '@grpc/grpc-js'

const port = 50051

export function listen(server: Server) {
  server.bindAsync(\`0.0.0.0:\${port}\`, ServerCredentials.createInsecure(), () => {})
}
`,
      errors: [{ messageId: 'plaintext', data: { where: 'on 0.0.0.0:50051', remedy: 'Use `ServerCredentials.createSsl(roots, keyCertPairs, true)`' }, line: 7, column: 39, endLine: 7, endColumn: 73, suggestions: undefined }],
    },
    {
      name: 'credentials that a class hands to whoever asks',
      code: `
import { credentials } from '@grpc/grpc-js'

export class Channels {
  plain() {
    return credentials.createInsecure()
  }
}
`,
      errors: [{ messageId: 'handedOut', data: { remedy: channel }, line: 6, column: 12, endLine: 6, endColumn: 40, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import { credentials } from '@grpc/grpc-js'

export class Channels {
  plain() {
    return credentials.createSsl()
  }
}
` }] }],
    },
    {
      name: 'a field of a class that is used by its methods',
      code: `
import { credentials } from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

class Queue {
  private readonly channel = credentials.createInsecure()
  readonly jobs: JobsClient

  constructor(private readonly zone: string) {
    this.jobs = new JobsClient(\`jobs.\${zone}.acme.example:50051\`, this.channel)
  }
}

new Queue('eu')
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to jobs.eu.acme.example:50051', remedy: channel }, line: 6, column: 30, endLine: 6, endColumn: 58, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import { credentials } from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

class Queue {
  private readonly channel = credentials.createSsl()
  readonly jobs: JobsClient

  constructor(private readonly zone: string) {
    this.jobs = new JobsClient(\`jobs.\${zone}.acme.example:50051\`, this.channel)
  }
}

new Queue('eu')
` }] }],
    },
    {
      name: 'links of tRPC, by URL and by a function that returns one',
      code: `
import { createTRPCClient, createWSClient, httpBatchLink, wsLink } from '@trpc/client'

const socket = createWSClient({ url: () => 'ws://live.acme.example/trpc' })

export const live = createTRPCClient({ links: [wsLink({ client: socket })] })
export const api = createTRPCClient({ links: [httpBatchLink({ url: 'http://api.acme.example/trpc' })] })
`,
      errors: [
        { messageId: 'plaintext', data: { where: 'to ws://live.acme.example/trpc', remedy: 'Use an `https:` or `wss:` address' }, line: 4, column: 44, endLine: 4, endColumn: 73, suggestions: undefined },
        { messageId: 'plaintext', data: { where: 'to http://api.acme.example/trpc', remedy: 'Use an `https:` or `wss:` address' }, line: 7, column: 63, endLine: 7, endColumn: 98, suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { createTRPCClient, createWSClient, httpBatchLink, wsLink } from '@trpc/client'

const socket = createWSClient({ url: () => 'ws://live.acme.example/trpc' })

export const live = createTRPCClient({ links: [wsLink({ client: socket })] })
export const api = createTRPCClient({ links: [httpBatchLink({ url: 'https://api.acme.example/trpc' })] })
` }] },
      ],
    },
    {
      name: 'a session of HTTP/2 in the clear',
      code: `
import http2 from 'node:http2'

export const session = http2.connect('http://backend.internal:8080')
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to http://backend.internal:8080', remedy: 'Use an `https:` address' }, line: 4, column: 38, endLine: 4, endColumn: 68, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import http2 from 'node:http2'

export const session = http2.connect('https://backend.internal:8080')
` }] }],
    },
    {
      name: 'a level of Windows RPC that protects the handshake only',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const RPC_C_AUTHN_LEVEL_CONNECT = 2

export function authenticate(binding: unknown, qos: Buffer) {
  return setAuth(binding, 'host/payroll.corp.example', RPC_C_AUTHN_LEVEL_CONNECT, 16, null, 0, qos)
}
`,
      errors: [{ messageId: 'unsigned', data: { level: 'connect', where: 'of this end', remedy: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6), or at least `RPC_C_AUTHN_LEVEL_PKT_INTEGRITY` (5)' }, line: 9, column: 56, endLine: 9, endColumn: 81, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY`' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const setAuth = rpcrt4.func('int32 __stdcall RpcBindingSetAuthInfoExW(void *b, str16 spn, uint32 level, uint32 svc, void *id, uint32 authz, void *qos)')
const RPC_C_AUTHN_LEVEL_CONNECT = 2

export function authenticate(binding: unknown, qos: Buffer) {
  return setAuth(binding, 'host/payroll.corp.example', 6, 16, null, 0, qos)
}
` }] }],
    },
    {
      name: 'a call that koffi makes in the background, with the level in an argument of a helper',
      code: `
import { load } from 'koffi'

const setAuth = load('rpcrt4').func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const qos = new Uint32Array([1, 1, 0, 2])

function secure(binding: unknown, level: number) {
  return new Promise(resolve => setAuth.async(binding, 'host/a.corp.example', level, 16, null, 0, qos, resolve))
}

export const attach = (binding: unknown) => secure(binding, 4)
`,
      errors: [{ messageId: 'unsigned', data: { level: 'packet', where: 'of this end', remedy: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6), or at least `RPC_C_AUTHN_LEVEL_PKT_INTEGRITY` (5)' }, line: 11, column: 61, endLine: 11, endColumn: 62, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY`' }, output: `
import { load } from 'koffi'

const setAuth = load('rpcrt4').func('RpcBindingSetAuthInfoExW', 'int32', ['void *', 'str16', 'uint32', 'uint32', 'void *', 'uint32', 'void *'])
const qos = new Uint32Array([1, 1, 0, 2])

function secure(binding: unknown, level: number) {
  return new Promise(resolve => setAuth.async(binding, 'host/a.corp.example', level, 16, null, 0, qos, resolve))
}

export const attach = (binding: unknown) => secure(binding, 6)
` }] }],
    },
    {
      name: 'a moniker of WMI',
      code: String.raw`
import * as winax from 'winax'

export const services = () =>
  new winax.Object('winmgmts:{impersonationLevel=impersonate,authenticationLevel=connect}!\\\\old1\\root\\cimv2', { getobject: true })
`,
      errors: [{ messageId: 'unsigned', data: { level: 'connect', where: 'of this end', remedy: 'Use `authenticationLevel=pktPrivacy`' }, line: 5, column: 20, endLine: 5, endColumn: 113, suggestions: undefined }],
    },
    {
      name: 'a host of the settings does not stand for another',
      code: `
import * as grpc from '@grpc/grpc-js'

export const ledger = new grpc.Client('ledger.partner.example:50051', grpc.credentials.createInsecure())
`,
      settings: { 'secure-rpc': { localHosts: ['*.svc.cluster.local'] } },
      errors: [{ messageId: 'plaintext', data: { where: 'to ledger.partner.example:50051', remedy: channel }, line: 4, column: 71, endLine: 4, endColumn: 104, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'

export const ledger = new grpc.Client('ledger.partner.example:50051', grpc.credentials.createSsl())
` }] }],
    },
    {
      name: 'plaintext in production, of all places',
      code: `
import * as grpc from '@grpc/grpc-js'

const isProduction = process.env.NODE_ENV === 'production'
export function connect() {
  if (isProduction) return new grpc.Client('orders.internal:50051', grpc.credentials.createInsecure())
  return new grpc.Client('orders.staging.internal:443', grpc.credentials.createSsl())
}
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to orders.internal:50051', remedy: channel }, line: 6, column: 69, endLine: 6, endColumn: 102, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'

const isProduction = process.env.NODE_ENV === 'production'
export function connect() {
  if (isProduction) return new grpc.Client('orders.internal:50051', grpc.credentials.createSsl())
  return new grpc.Client('orders.staging.internal:443', grpc.credentials.createSsl())
}
` }] }],
    },
    {
      name: 'a wrapper of the project that the settings describe',
      code: `
import { dial } from '@acme/rpc'

export const billing = dial('billing.acme.example:7000', { tls: false })
`,
      settings: {
        'secure-rpc': {
          frameworks: [{
            module: '@acme/rpc', tested: '3.1', docs: 'https://acme.example/rpc',
            channels: { 'dial()': { address: arg(0), level: arg(1).option('tls').otherwise(true).scale({ true: 'privacy', false: 'none' }), remedy: { encrypt: 'tls' } } },
            remedies: { tls: 'Leave `tls` out' },
          }],
        },
      },
      errors: [{ messageId: 'plaintext', data: { where: 'to billing.acme.example:7000', remedy: 'Leave `tls` out' }, line: 4, column: 60, endLine: 4, endColumn: 70, suggestions: undefined }],
    },
    {
      name: 'a level of WMI that signs nothing',
      code: `
import * as winax from 'winax'

export function connect(host: string) {
  const locator = new winax.Object('WbemScripting.SWbemLocator')
  const services = locator.ConnectServer(host, 'root')
  services.Security_.AuthenticationLevel = 3
  services.Security_.ImpersonationLevel = 3
  return services
}
export const open = () => new ActiveXObject('winmgmts:{authenticationLevel=pkt}!\\\\\\\\files\\\\root\\\\cimv2')
`,
      errors: [
        { messageId: 'handedOut', data: { remedy: 'Use `wbemAuthenticationLevelPktPrivacy` (6)' }, line: 7, column: 44, endLine: 7, endColumn: 45, suggestions: undefined },
        { messageId: 'unsigned', data: { level: 'packet', where: 'of this end', remedy: 'Use `authenticationLevel=pktPrivacy`' }, line: 11, column: 45, endLine: 11, endColumn: 104, suggestions: undefined },
      ],
    },
    {
      name: 'functions of which Bun knows an address only',
      code: `
import { linkSymbols } from 'bun:ffi'

export function connect(binding: number, spn: Buffer, ptr: bigint) {
  const { symbols } = linkSymbols({ RpcBindingSetAuthInfoExW: { ptr, args: [], returns: 5 } })
  return symbols.RpcBindingSetAuthInfoExW(binding, spn, 4, 16, null, 0, new Uint32Array([1, 1, 0, 2]))
}
`,
      errors: [{ messageId: 'unsigned', data: { level: 'packet', where: 'of this end', remedy: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY` (6), or at least `RPC_C_AUTHN_LEVEL_PKT_INTEGRITY` (5)' }, line: 6, column: 57, endLine: 6, endColumn: 58, suggestions: [{ messageId: 'edit', data: { says: 'Use `RPC_C_AUTHN_LEVEL_PKT_PRIVACY`' }, output: `
import { linkSymbols } from 'bun:ffi'

export function connect(binding: number, spn: Buffer, ptr: bigint) {
  const { symbols } = linkSymbols({ RpcBindingSetAuthInfoExW: { ptr, args: [], returns: 5 } })
  return symbols.RpcBindingSetAuthInfoExW(binding, spn, 6, 16, null, 0, new Uint32Array([1, 1, 0, 2]))
}
` }] }],
    },
    {
      name: 'DCOM of a package that neither signs nor encrypts',
      code: `
import ComServer from 'node-dcom/dcom/core/comserver'

export const open = (clsid: object, session: object) => new ComServer(clsid, 'plc.plant.example', session)
`,
      errors: [{ messageId: 'unsigned', data: { level: 'connect', where: 'to plc.plant.example', remedy: 'Call a gateway next to the server by TLS, or DCOM through Windows itself: this package neither signs nor encrypts' }, line: 4, column: 57, endLine: 4, endColumn: 107, suggestions: undefined }],
    },
    {
      name: 'NTLM in clear text',
      code: `
import * as httpntlm from 'httpntlm'

export const read = (login: object, done: () => void) => httpntlm.get({ ...login, url: 'http://reports.corp.example/' }, done)
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to http://reports.corp.example/', remedy: 'Use an `https:` URL: what NTLM proves can be relayed by whoever reads it' }, line: 4, column: 83, endLine: 4, endColumn: 118, suggestions: undefined }],
    },
    {
      name: 'sockets of Thrift, of which only those with options can be told apart by one word',
      code: `
import thrift, { createConnection } from 'thrift'

export const given = thrift.createConnection('orders.internal', 9090, {})
export const short = createConnection('orders.internal', 9090, {})
`,
      errors: [
        {
          messageId: 'plaintext', data: { where: 'to orders.internal', remedy: 'Use `createSSLConnection()`' }, line: 4, column: 22, endLine: 4, endColumn: 74,
          suggestions: [{ messageId: 'edit', data: { says: 'Use `createSSLConnection()`' }, output: `
import thrift, { createConnection } from 'thrift'

export const given = thrift.createSSLConnection('orders.internal', 9090, {})
export const short = createConnection('orders.internal', 9090, {})
` }],
        },
        { messageId: 'plaintext', data: { where: 'to orders.internal', remedy: 'Use `createSSLConnection()`' }, line: 5, column: 22, endLine: 5, endColumn: 67, suggestions: undefined },
      ],
    },
    {
      name: 'connections of Temporal without TLS',
      code: `
import { Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'

export const client = () => Connection.connect({ address: 'temporal.example.com:7233' })
export const worker = () => NativeConnection.connect({ address: 'temporal.example.com:7233', tls: null })
`,
      errors: [[5, 29, 89], [6, 29, 106]].map(([line, column, endColumn], at) => ({
        messageId: 'plaintext' as const, data: { where: 'to temporal.example.com:7233', remedy: 'Give it `tls: true`, or `tls` with the CA of the server' }, line: line!, column: column!, endLine: line!, endColumn: endColumn!,
        suggestions: [{ messageId: 'edit' as const, data: { says: 'Use `tls: true`' }, output: `
import { Connection } from '@temporalio/client'
import { NativeConnection } from '@temporalio/worker'

export const client = () => Connection.connect({ ${at === 0 ? 'tls: true, ' : ''}address: 'temporal.example.com:7233' })
export const worker = () => NativeConnection.connect({ address: 'temporal.example.com:7233', tls: ${at === 1 ? 'true' : 'null'} })
` }],
      })),
    },
    {
      name: 'credentials that win over the scheme of an address',
      code: `
import { credentials } from '@grpc/grpc-js'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'

export const traces = new OTLPTraceExporter({ url: 'https://collector.example.com:4317', credentials: credentials.createInsecure() })
`,
      errors: [{
        messageId: 'overruled', data: { where: 'to https://collector.example.com:4317', remedy: 'Leave `credentials` out: the address says `https:`' }, line: 5, column: 103, endLine: 5, endColumn: 131,
        suggestions: [{ messageId: 'edit', data: { says: 'Remove `credentials`' }, output: `
import { credentials } from '@grpc/grpc-js'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'

export const traces = new OTLPTraceExporter({ url: 'https://collector.example.com:4317' })
` }],
      }],
    },
    {
      name: 'what the clients of Google take for an emulator, or are given in place of TLS',
      code: `
import { PubSub, v1 } from '@google-cloud/pubsub'
import { grpc } from 'google-gax'

export const taken = new PubSub({ apiEndpoint: 'https://pubsub.corp.example.com' })
export const given = new v1.PublisherClient({ sslCreds: grpc.credentials.createInsecure(), projectId: 'orders' })
export const rest = new v1.PublisherClient({ fallback: true, protocol: 'http' })
`,
      errors: ([
        ['https://pubsub.corp.example.com', 'Give it `emulatorMode: false`: an address that is none of Google’s is taken for an emulator', 5, 35, 81, 'Use `emulatorMode: false`'],
        ['googleapis.com', 'Leave `sslCreds` out: it takes the place of TLS, and of the credentials of the account', 6, 57, 90, 'Remove `sslCreds`'],
        ['googleapis.com', 'Leave `protocol` out: in clear, the token of the account can be read, too', 7, 62, 78, 'Remove `protocol`'],
      ] as const).map(([to, remedy, line, column, endColumn, says], at) => ({
        messageId: 'plaintext' as const, data: { where: `to ${to}`, remedy }, line, column, endLine: line, endColumn,
        suggestions: [{ messageId: 'edit' as const, data: { says }, output: `
import { PubSub, v1 } from '@google-cloud/pubsub'
import { grpc } from 'google-gax'

export const taken = new PubSub({ ${at === 0 ? 'emulatorMode: false, ' : ''}apiEndpoint: 'https://pubsub.corp.example.com' })
export const given = new v1.PublisherClient({ ${at === 1 ? '' : 'sslCreds: grpc.credentials.createInsecure(), '}projectId: 'orders' })
export const rest = new v1.PublisherClient({ fallback: true${at === 2 ? '' : ", protocol: 'http'"} })
` }],
      })),
    },
    {
      name: 'an emulator of the environment that is another machine',
      code: `
process.env.PUBSUB_EMULATOR_HOST = 'emulators.example.com:8085'
process.env.SPANNER_EMULATOR_HOST = 'localhost:9010'
`,
      errors: [{ messageId: 'plaintext', data: { where: 'to emulators.example.com:8085', remedy: 'Set it in tests, and to this machine' }, line: 2, column: 36, endLine: 2, endColumn: 64, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'options of a microservice that are made somewhere else',
      code: `
import { NestFactory } from '@nestjs/core'
import { Transport } from '@nestjs/microservices'
import { grpcOptions, AppModule } from './app.js'

NestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options: grpcOptions() })
NestFactory.createMicroservice(AppModule, { transport: Transport.GRPC, options: { url: '0.0.0.0:50051', ...grpcOptions() } })
NestFactory.createMicroservice(AppModule, grpcOptions())
`,
    },
    {
      name: 'a microservice by a transport of its own, or at the address of the library',
      code: `
import { NestFactory } from '@nestjs/core'
import { OwnTransport } from './transport.js'
import { AppModule } from './app.js'

NestFactory.createMicroservice(AppModule, { strategy: new OwnTransport(), options: { host: '0.0.0.0' } })
NestFactory.createMicroservice(AppModule)
`,
    },
    {
      name: 'what is called alike and belongs to somebody else',
      code: `
import { ClientsModule, Transport } from './clients.js'
import { NestFactory } from './nest.js'

ClientsModule.register([{ name: 'ORDERS', transport: Transport.GRPC, options: { url: 'orders.internal:50051' } }])
NestFactory.createMicroservice(class {}, { transport: Transport.TCP, options: { host: '0.0.0.0' } })
`,
    },
    {
      name: 'a door beside a better one, which has a finding of its own',
      code: `
import * as grpc from '@grpc/grpc-js'

const server = new grpc.Server()
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [], true), () => {})
server.bindAsync('0.0.0.0:8080', grpc.ServerCredentials.createInsecure(), () => {})
`,
    },
    {
      name: 'TLS',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl())
`,
    },
    {
      name: 'this machine: loopback, its names, and a socket file',
      code: `
import * as grpc from '@grpc/grpc-js'

const plain = grpc.credentials.createInsecure()
export const loopback = new grpc.Client('127.0.0.1:50051', plain)
export const loopback6 = new grpc.Client('[::1]:50051', plain)
export const named = new grpc.Client(\`localhost:\${process.env.PORT}\`, plain)
export const socket = new grpc.Client('unix:/run/orders.sock', plain)
`,
    },
    {
      name: 'a mesh that encrypts, named in the settings',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('dns:///orders.shop.svc.cluster.local:50051', grpc.credentials.createInsecure())
`,
      settings: { 'secure-rpc': { localHosts: ['*.svc.cluster.local'] } },
    },
    {
      name: 'plaintext outside production',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = process.env.NODE_ENV === 'production'
  ? new grpc.Client('orders.internal:443', grpc.credentials.createSsl())
  : new grpc.Client('orders.staging.internal:50051', grpc.credentials.createInsecure())
`,
    },
    {
      name: 'credentials and addresses that somebody else decides',
      code: `
import * as grpc from '@grpc/grpc-js'

export const open = (address: string, credentials: grpc.ChannelCredentials) => new grpc.Client(address, credentials)
export const configured = (url = process.env.API_URL!) => fetch(url)
`,
    },
    {
      name: 'local RPC, which is protected whatever level it asks for',
      code: `
import koffi from 'koffi'

const lib = koffi.load('rpcrt4.dll')
const compose = lib.func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 protseq, str16 address, str16 endpoint, str16 options, _Out_ str16 *text)')
const bindingFrom = lib.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const setAuth = lib.func('int32 __stdcall RpcBindingSetAuthInfoW(void *b, str16 spn, uint32 level, uint32 service, void *identity, uint32 authz)')

export function bind() {
  const text: [string | null] = [null]
  compose(null, 'ncalrpc', null, 'acme-agent', 'Security=Identification Dynamic True', text)
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  setAuth(binding[0], 'NT AUTHORITY\\\\SYSTEM', 1, 10, null, 0)
  return binding[0]
}
`,
    },
    {
      name: 'another package with the same names',
      code: `
import { credentials, Client } from './transport.js'

export const client = new Client('orders.internal:50051', credentials.createInsecure())
`,
    },
    {
      name: 'WMI on this machine, whatever its level',
      code: `
import * as winax from 'winax'

export function connect() {
  const services = new winax.Object('WbemScripting.SWbemLocator').ConnectServer('.', 'root')
  services.Security_.AuthenticationLevel = 3
  return services
}
export const open = () => new winax.Object('winmgmts:{authenticationLevel=call}!root\\\\cimv2')
`,
    },
    {
      name: 'a function of another name, or with other arguments, of which Bun knows an address only',
      code: `
import { linkSymbols } from 'bun:ffi'

export function connect(binding: number, spn: Buffer, ptr: bigint) {
  const { symbols } = linkSymbols({ SetAuth: { ptr, args: [], returns: 5 }, RpcBindingSetAuthInfoExW: { ptr, args: [], returns: 5 } })
  symbols.RpcBindingSetAuthInfoExW(binding, spn, 4)
  return symbols.SetAuth(binding, spn, 4, 16, null, 0, null)
}
`,
    },
    {
      name: 'NTLM inside TLS',
      code: `
import * as httpntlm from 'httpntlm'

export const read = (login: object, done: () => void) => httpntlm.get({ ...login, url: 'https://reports.corp.example/' }, done)
`,
    },
    {
      name: 'sockets of Thrift that stay here, and those of which it cannot be told',
      code: `
import thrift from 'thrift'
import { handler, options, Orders } from './orders.js'

export const here = thrift.createConnection(undefined, 9090, {})
export const web = thrift.createHttpConnection('orders.internal', 80, options)
thrift.createServer(Orders, handler, options).listen(9090)
thrift.createServer(Orders, handler, {}).on('error', console.error).listen('/run/orders.sock')
`,
    },
    {
      name: 'connections of Temporal that are encrypted, or of which it cannot be told',
      code: `
import { Connection } from '@temporalio/client'
import { options, tls } from './temporal.js'

export const keyed = () => Connection.connect({ address: 'temporal.example.com:7233', apiKey: process.env.KEY })
export const nulled = () => Connection.connect({ address: 'temporal.example.com:7233', apiKey: 'key', tls: null })
export const told = () => Connection.connect({ address: 'temporal.example.com:7233', tls })
export const given = () => Connection.connect(options)
export const local = () => Connection.connect()
`,
    },
    {
      name: 'exporters to this machine, without a scheme, or of another package of the same names',
      code: `
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-grpc'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-http'

export const logs = [new OTLPLogExporter(), new OTLPLogExporter({ url: 'http://localhost:4317' }), new OTLPLogExporter({ url: 'collector.example.com:4317' })]
export const traces = new OTLPTraceExporter({ url: 'http://collector.example.com:4318' })
`,
    },
    {
      name: 'what the clients of Google encrypt, or may',
      code: `
import { PubSub, v1 } from '@google-cloud/pubsub'
import { Topic } from './topics.js'

export const official = new PubSub({ apiEndpoint: 'https://europe-west1-pubsub.googleapis.com:443' })
export const local = new PubSub({ apiEndpoint: 'localhost:8085' })
export const partly = (region: string) => new PubSub({ apiEndpoint: \`\${region}.example.com\` })
export const service = new v1.SubscriberClient({ apiEndpoint: 'pubsub.corp.example.com', protocol: 'http' })
export const other = new Topic({ fallback: true, protocol: 'http' })
`,
    },
    {
      name: 'credentials of a client of Google for whom it is told of when it runs',
      code: `
import { Firestore } from '@google-cloud/firestore'
import { v1 } from '@google-cloud/pubsub'
import { credentials } from '@grpc/grpc-js'

export const emulated = (host: string) => new v1.PublisherClient({ servicePath: host, port: 8085, sslCreds: credentials.createInsecure() })
export const store = (host: string) => new Firestore({ host, sslCreds: credentials.createInsecure() })
process.env.PUBSUB_EMULATOR_HOST = process.env.EMULATOR
`,
    },
  ],
})
