import rule from '../../src/rules/no-credentials-in-clear.js'
import { tester } from './tester.js'

const remedy = 'Use `credentials.createSsl()`'

tester.run('no-credentials-in-clear', rule, {
  invalid: [
    {
      name: 'headers that become part of the address of every call',
      code: `
import { EchoServiceClient } from './gen/EchoServiceClientPb'

const echo = new EchoServiceClient('https://echo.example.com', null, { suppressCorsPreflight: true, format: 'text' })
export const say = (text: string, token: string) => echo.echo({ text }, { authorization: \`Bearer \${token}\`, deadline: String(Date.now() + 5000) })
`,
      errors: [
        { messageId: 'address', data: { secret: 'authorization', remedy: 'Leave `suppressCorsPreflight` out: headers stay headers then' }, line: 4, column: 72, endLine: 4, endColumn: 99, suggestions: [{ messageId: 'edit', data: { says: 'Remove `suppressCorsPreflight`' }, output: `
import { EchoServiceClient } from './gen/EchoServiceClientPb'

const echo = new EchoServiceClient('https://echo.example.com', null, { format: 'text' })
export const say = (text: string, token: string) => echo.echo({ text }, { authorization: \`Bearer \${token}\`, deadline: String(Date.now() + 5000) })
` }] },
      ],
    },
    {
      name: 'cookies that go along',
      code: `
import { FetchRPC } from 'twirp-ts'
import { grpc } from '@improbable-eng/grpc-web'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const hats = FetchRPC({ baseUrl: 'http://hats.example.com', credentials: 'include' })
export const greeter = new GreeterClient('http://greeter.example.com', null, { withCredentials: true })
export const book = (done: () => void) => grpc.unary({} as never, { host: 'http://books.example.com', request: {} as never, transport: grpc.XhrTransport({ withCredentials: true }), onEnd: done })
`,
      errors: [
        { messageId: 'channel', data: { secret: 'cookie', where: 'http://hats.example.com', remedy: 'Use an `https:` address' }, line: 6, column: 32, endLine: 6, endColumn: 66, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { FetchRPC } from 'twirp-ts'
import { grpc } from '@improbable-eng/grpc-web'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const hats = FetchRPC({ baseUrl: 'https://hats.example.com', credentials: 'include' })
export const greeter = new GreeterClient('http://greeter.example.com', null, { withCredentials: true })
export const book = (done: () => void) => grpc.unary({} as never, { host: 'http://books.example.com', request: {} as never, transport: grpc.XhrTransport({ withCredentials: true }), onEnd: done })
` }] },
        { messageId: 'channel', data: { secret: 'cookie', where: 'http://greeter.example.com', remedy: 'Use an `https:` address' }, line: 7, column: 42, endLine: 7, endColumn: 70, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { FetchRPC } from 'twirp-ts'
import { grpc } from '@improbable-eng/grpc-web'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const hats = FetchRPC({ baseUrl: 'http://hats.example.com', credentials: 'include' })
export const greeter = new GreeterClient('https://greeter.example.com', null, { withCredentials: true })
export const book = (done: () => void) => grpc.unary({} as never, { host: 'http://books.example.com', request: {} as never, transport: grpc.XhrTransport({ withCredentials: true }), onEnd: done })
` }] },
        { messageId: 'channel', data: { secret: 'cookie', where: 'http://books.example.com', remedy: 'Use an `https:` address' }, line: 8, column: 69, endLine: 8, endColumn: 101, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { FetchRPC } from 'twirp-ts'
import { grpc } from '@improbable-eng/grpc-web'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const hats = FetchRPC({ baseUrl: 'http://hats.example.com', credentials: 'include' })
export const greeter = new GreeterClient('http://greeter.example.com', null, { withCredentials: true })
export const book = (done: () => void) => grpc.unary({} as never, { host: 'https://books.example.com', request: {} as never, transport: grpc.XhrTransport({ withCredentials: true }), onEnd: done })
` }] },
      ],
    },
    {
      name: 'headers of every client of TwirpScript, assigned beside the address of all',
      code: `
import { client } from 'twirpscript'

Object.assign(client, { baseURL: 'http://hats.example.com' })
client.headers = { authorization: 'Bearer 1234' }
`,
      errors: [
        { messageId: 'channel', data: { secret: 'authorization', where: 'http://hats.example.com', remedy: 'Use an `https:` address' }, line: 4, column: 34, endLine: 4, endColumn: 59, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { client } from 'twirpscript'

Object.assign(client, { baseURL: 'https://hats.example.com' })
client.headers = { authorization: 'Bearer 1234' }
` }] },
      ],
    },
    {
      name: 'what an interceptor puts into the options of a call',
      code: `
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'

export const transport = new GrpcWebFetchTransport({
  baseUrl: 'http://api.example.com',
  interceptors: [{ interceptUnary(next, method, input, options) { options.meta = { ...options.meta, Authorization: 'Bearer 1234' }; return next(method, input, options) } }],
})
`,
      errors: [
        { messageId: 'channel', data: { secret: 'Authorization', where: 'http://api.example.com', remedy: 'Use an `https:` address' }, line: 5, column: 3, endLine: 5, endColumn: 36, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'

export const transport = new GrpcWebFetchTransport({
  baseUrl: 'https://api.example.com',
  interceptors: [{ interceptUnary(next, method, input, options) { options.meta = { ...options.meta, Authorization: 'Bearer 1234' }; return next(method, input, options) } }],
})
` }] },
      ],
    },
    {
      name: 'metadata that is filled before the call',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.example.com:50051', grpc.credentials.createInsecure())

export function list(token: string, done: grpc.requestCallback<unknown>) {
  const metadata = new grpc.Metadata()
  metadata.set('x-request-id', '1')
  if (token) metadata.add('Authorization', token)
  orders.list({}, metadata, { deadline: Date.now() + 1000 }, done)
}
`,
      errors: [{
        messageId: 'channel', data: { secret: 'Authorization', where: 'orders.example.com:50051', remedy }, line: 5, column: 61, endLine: 5, endColumn: 94, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.example.com:50051', grpc.credentials.createSsl())

export function list(token: string, done: grpc.requestCallback<unknown>) {
  const metadata = new grpc.Metadata()
  metadata.set('x-request-id', '1')
  if (token) metadata.add('Authorization', token)
  orders.list({}, metadata, { deadline: Date.now() + 1000 }, done)
}
` }],
      }],
    },
    {
      name: 'credentials of a single call, of a stream at that, and in a class',
      code: `
import { credentials, Metadata, type CallCredentials } from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

export class Watcher {
  private readonly jobs = new JobsClient(\`jobs.\${process.env.ZONE}.example.com:50051\`, credentials.createInsecure())

  constructor(private readonly token: CallCredentials) {}

  watch() {
    const stream = this.jobs.watch({}, new Metadata(), { credentials: this.token })
    return stream
  }
}
`,
      errors: [{ messageId: 'channel', data: { secret: 'credentials', where: 'jobs.….example.com:50051', remedy }, line: 6, column: 88, endLine: 6, endColumn: 116, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import { credentials, Metadata, type CallCredentials } from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

export class Watcher {
  private readonly jobs = new JobsClient(\`jobs.\${process.env.ZONE}.example.com:50051\`, credentials.createSsl())

  constructor(private readonly token: CallCredentials) {}

  watch() {
    const stream = this.jobs.watch({}, new Metadata(), { credentials: this.token })
    return stream
  }
}
` }] }],
    },
    {
      name: 'an interceptor through which every call goes',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

function signed(options, nextCall) {
  return new grpc.InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      metadata.set('x-api-key', process.env.JOBS_KEY)
      next(metadata, listener)
    },
  })
}

export const jobs = new JobsClient('jobs.example.com:50051', grpc.credentials.createInsecure(), { interceptors: [signed] })
`,
      errors: [{ messageId: 'channel', data: { secret: 'x-api-key', where: 'jobs.example.com:50051', remedy }, line: 14, column: 62, endLine: 14, endColumn: 95, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

function signed(options, nextCall) {
  return new grpc.InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      metadata.set('x-api-key', process.env.JOBS_KEY)
      next(metadata, listener)
    },
  })
}

export const jobs = new JobsClient('jobs.example.com:50051', grpc.credentials.createSsl(), { interceptors: [signed] })
` }] }],
    },
    {
      name: 'metadata into which another is merged, and a copy',
      code: `
import * as grpc from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

const jobs = new JobsClient('jobs.example.com:50051', grpc.credentials.createInsecure())
const own = new grpc.Metadata()
own.set('authorization', \`Bearer \${process.env.TOKEN}\`)

export function open(spec: object, done: grpc.requestCallback<unknown>) {
  const metadata = own.clone()
  metadata.set('x-kind', 'nightly')
  const all = new grpc.Metadata()
  all.merge(metadata)
  jobs.open(spec, all, { deadline: Date.now() + 1000 }, done)
}
`,
      errors: [{ messageId: 'channel', data: { secret: 'authorization', where: 'jobs.example.com:50051', remedy }, line: 5, column: 55, endLine: 5, endColumn: 88, suggestions: [{ messageId: 'edit', data: { says: 'Use `createSsl()`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { JobsClient } from './gen/jobs.js'

const jobs = new JobsClient('jobs.example.com:50051', grpc.credentials.createSsl())
const own = new grpc.Metadata()
own.set('authorization', \`Bearer \${process.env.TOKEN}\`)

export function open(spec: object, done: grpc.requestCallback<unknown>) {
  const metadata = own.clone()
  metadata.set('x-kind', 'nightly')
  const all = new grpc.Metadata()
  all.merge(metadata)
  jobs.open(spec, all, { deadline: Date.now() + 1000 }, done)
}
` }] }],
    },
    {
      name: 'headers of a link, written out, made by a function, and given at a connection',
      code: `
import { createWSClient, httpBatchLink, httpLink } from '@trpc/client'

export const open = (token: string) => [
  httpBatchLink({ url: 'http://api.acme.example/trpc', headers: { cookie: \`session=\${token}\` } }),
  httpLink({
    url: 'http://api.acme.example/trpc',
    headers() {
      const headers = new Headers()
      headers.set('authorization', token)
      return headers
    },
  }),
]
export const socket = createWSClient({ url: 'ws://live.acme.example', connectionParams: async () => ({ token: process.env.TOKEN! }) })
`,
      errors: [
        { messageId: 'channel', data: { secret: 'cookie', where: 'http://api.acme.example/trpc', remedy: 'Use an `https:` or `wss:` address' }, line: 5, column: 19, endLine: 5, endColumn: 54, suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { createWSClient, httpBatchLink, httpLink } from '@trpc/client'

export const open = (token: string) => [
  httpBatchLink({ url: 'https://api.acme.example/trpc', headers: { cookie: \`session=\${token}\` } }),
  httpLink({
    url: 'http://api.acme.example/trpc',
    headers() {
      const headers = new Headers()
      headers.set('authorization', token)
      return headers
    },
  }),
]
export const socket = createWSClient({ url: 'ws://live.acme.example', connectionParams: async () => ({ token: process.env.TOKEN! }) })
` }] },
        { messageId: 'channel', data: { secret: 'authorization', where: 'http://api.acme.example/trpc', remedy: 'Use an `https:` or `wss:` address' }, line: 7, column: 5, endLine: 7, endColumn: 40, suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { createWSClient, httpBatchLink, httpLink } from '@trpc/client'

export const open = (token: string) => [
  httpBatchLink({ url: 'http://api.acme.example/trpc', headers: { cookie: \`session=\${token}\` } }),
  httpLink({
    url: 'https://api.acme.example/trpc',
    headers() {
      const headers = new Headers()
      headers.set('authorization', token)
      return headers
    },
  }),
]
export const socket = createWSClient({ url: 'ws://live.acme.example', connectionParams: async () => ({ token: process.env.TOKEN! }) })
` }] },
        { messageId: 'channel', data: { secret: 'token', where: 'ws://live.acme.example', remedy: 'Use an `https:` or `wss:` address' }, line: 15, column: 40, endLine: 15, endColumn: 69, suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { createWSClient, httpBatchLink, httpLink } from '@trpc/client'

export const open = (token: string) => [
  httpBatchLink({ url: 'http://api.acme.example/trpc', headers: { cookie: \`session=\${token}\` } }),
  httpLink({
    url: 'http://api.acme.example/trpc',
    headers() {
      const headers = new Headers()
      headers.set('authorization', token)
      return headers
    },
  }),
]
export const socket = createWSClient({ url: 'wss://live.acme.example', connectionParams: async () => ({ token: process.env.TOKEN! }) })
` }] },
      ],
    },
    {
      name: 'requests of Node: headers, a password, and a session of HTTP/2',
      code: `
import http from 'node:http'
import http2 from 'node:http2'

const token = process.env.TOKEN
export const a = http.request('http://a.example.com/x', { method: 'POST', headers: { Authorization: \`Bearer \${token}\` } })
export const b = http.get({ host: 'b.example.com', auth: \`shop:\${token}\` })

const session = http2.connect('http://c.example.com:8080')
export const c = session.request({ ':path': '/', authorization: token })
export const d = fetch('http://d.example.com', { headers: { 'x-api-key': token } })
`,
      errors: [
        { messageId: 'channel', data: { secret: 'Authorization', where: 'http://a.example.com/x', remedy: 'Use `https.request()`' }, line: 6, column: 18, endLine: 6, endColumn: 123, suggestions: undefined },
        { messageId: 'channel', data: { secret: 'auth', where: 'b.example.com', remedy: 'Use `https.request()`' }, line: 7, column: 18, endLine: 7, endColumn: 76, suggestions: undefined },
        { messageId: 'channel', data: { secret: 'authorization', where: 'http://c.example.com:8080', remedy: 'Use an `https:` address' }, line: 9, column: 31, endLine: 9, endColumn: 58, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import http from 'node:http'
import http2 from 'node:http2'

const token = process.env.TOKEN
export const a = http.request('http://a.example.com/x', { method: 'POST', headers: { Authorization: \`Bearer \${token}\` } })
export const b = http.get({ host: 'b.example.com', auth: \`shop:\${token}\` })

const session = http2.connect('https://c.example.com:8080')
export const c = session.request({ ':path': '/', authorization: token })
export const d = fetch('http://d.example.com', { headers: { 'x-api-key': token } })
` }] },
        { messageId: 'channel', data: { secret: 'x-api-key', where: 'http://d.example.com', remedy: 'Use an `https:` address' }, line: 11, column: 24, endLine: 11, endColumn: 46, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import http from 'node:http'
import http2 from 'node:http2'

const token = process.env.TOKEN
export const a = http.request('http://a.example.com/x', { method: 'POST', headers: { Authorization: \`Bearer \${token}\` } })
export const b = http.get({ host: 'b.example.com', auth: \`shop:\${token}\` })

const session = http2.connect('http://c.example.com:8080')
export const c = session.request({ ':path': '/', authorization: token })
export const d = fetch('https://d.example.com', { headers: { 'x-api-key': token } })
` }] },
      ],
    },
    {
      name: 'what undici sends in clear text',
      code: `
import { request } from 'undici'

export const orders = (token: string) => request('http://orders.example/', { headers: { authorization: \`Bearer \${token}\` } })
`,
      errors: [{ messageId: 'channel', data: { secret: 'authorization', where: 'http://orders.example/', remedy: 'Use an `https:` address' }, line: 4, column: 50, endLine: 4, endColumn: 74, suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { request } from 'undici'

export const orders = (token: string) => request('https://orders.example/', { headers: { authorization: \`Bearer \${token}\` } })
` }] }],
    },
    {
      name: 'a key of Temporal beside TLS that is turned off, and one in its metadata',
      code: `
import { Connection } from '@temporalio/client'

export const keyed = () => Connection.connect({ address: 'temporal.example.com:7233', apiKey: process.env.KEY, tls: false })
export const header = () => Connection.connect({ address: 'temporal.example.com:7233', metadata: { Authorization: 'from the vault' } })
`,
      errors: [['apiKey', 4, 112, 122], ['Authorization', 5, 29, 136]].map(([secret, line, column, endColumn], at) => ({
        messageId: 'channel' as const, data: { secret, where: 'temporal.example.com:7233', remedy: 'Give it `tls: true`, or `tls` with the CA of the server' }, line: Number(line), column: Number(column), endLine: Number(line), endColumn: Number(endColumn),
        suggestions: [{ messageId: 'edit' as const, data: { says: 'Use `tls: true`' }, output: `
import { Connection } from '@temporalio/client'

export const keyed = () => Connection.connect({ address: 'temporal.example.com:7233', apiKey: process.env.KEY, tls: ${at === 0 ? 'true' : 'false'} })
export const header = () => Connection.connect({ ${at === 1 ? 'tls: true, ' : ''}address: 'temporal.example.com:7233', metadata: { Authorization: 'from the vault' } })
` }],
      })),
    },
    {
      name: 'the header of a vendor of telemetry',
      code: `
import { Metadata } from '@grpc/grpc-js'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'

const metadata = new Metadata()
metadata.set('x-honeycomb-team', 'from the vault')
export const traces = new OTLPTraceExporter({ url: 'http://api.example.com:4317', metadata })
`,
      errors: [{
        messageId: 'channel', data: { secret: 'x-honeycomb-team', where: 'http://api.example.com:4317', remedy: 'Use an `https:` address' }, line: 7, column: 47, endLine: 7, endColumn: 81,
        suggestions: [{ messageId: 'edit', data: { says: 'Use an `https:` address' }, output: `
import { Metadata } from '@grpc/grpc-js'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'

const metadata = new Metadata()
metadata.set('x-honeycomb-team', 'from the vault')
export const traces = new OTLPTraceExporter({ url: 'https://api.example.com:4317', metadata })
` }],
      }],
    },
  ],
  valid: [
    {
      name: 'headers that stay headers, and addresses that hold none',
      code: `
import { EchoServiceClient } from './gen/EchoServiceClientPb'

const echo = new EchoServiceClient('https://echo.example.com')
const quick = new EchoServiceClient('https://echo.example.com', null, { suppressCorsPreflight: true })
const visited = new EchoServiceClient('https://echo.example.com', null, { suppressCorsPreflight: true, withCredentials: true })
const nearby = new EchoServiceClient('http://localhost:8080', null, { suppressCorsPreflight: true, withCredentials: true })
export const say = (text: string, token: string) => [echo.echo({ text }, { authorization: token }), quick.echo({ text }, {}), visited.echo({ text }, {}), nearby.echo({ text }, { authorization: token })]
`,
    },
    {
      name: 'a class that only has the name of a generated one',
      code: `
import { EchoServiceClient } from './gen/echo.js'

export const echo = new EchoServiceClient('http://echo.example.com', null, { withCredentials: true })
`,
    },
    {
      name: 'cookies for the page itself, and an empty header',
      code: `
import { client } from 'twirpscript'
import { FetchRPC } from 'twirp-ts'

export const hats = FetchRPC({ baseUrl: 'http://hats.example.com', credentials: 'same-origin' })
client.baseURL = 'http://hats.example.com'
client.headers = { authorization: '' }
`,
    },
    {
      name: 'what the scheme of an address asks for: whoever wrote that has chosen',
      code: `
import http from 'node:http'
import https from 'node:https'

interface Asked { url: string; token: string }
const headersOf = ({ token }: Asked) => ({ headers: { authorization: 'Bearer ' + token } })
export const open = (asked: Asked) => new URL(asked.url).protocol.startsWith('https') ? https.request(asked.url, headersOf(asked)) : http.request(asked.url, headersOf(asked))
export const ask = (asked: Asked) => /^https:/i.test(asked.url) ? https.request(asked.url, headersOf(asked)) : http.request(asked.url, headersOf(asked))
export function get(asked: Asked) {
  if (new URL(asked.url).protocol === 'https:') return https.request(asked.url, headersOf(asked))
  return http.request(asked.url, headersOf(asked))
}
`,
    },
    {
      name: 'a password that is put in only where the channel encrypts',
      code: `
import * as http from 'node:http'
import * as https from 'node:https'

export class Api {
  constructor(private readonly plain: boolean, private readonly password: string | undefined) {}
  get(url: URL, extra: Record<string, string>) {
    const headers: Record<string, string> = { accept: 'application/json', ...extra }
    if (!this.plain && this.password) headers['Authorization'] = this.password
    return this.plain ? http.request(url, { headers }) : https.request(url, { headers })
  }
}
`,
    },
    {
      name: 'metadata that is filled only where the channel encrypts',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export function latest(address: string, plain: boolean, token: string) {
  const metadata = new grpc.Metadata()
  if (!plain) metadata.set('authorization', token)
  if (plain) return new OrdersClient(address, grpc.credentials.createInsecure()).latest({}, metadata, () => {})
  return new OrdersClient(address, grpc.credentials.createSsl()).latest({}, metadata, () => {})
}
`,
    },
    {
      name: 'the client of the scheme that was asked for',
      code: `
import * as http from 'node:http'
import * as https from 'node:https'

export function get(url: URL, token: string) {
  const client = url.protocol === 'http:' ? http : https
  return client.request(url, { headers: { authorization: token } })
}
`,
    },
    {
      name: 'over TLS, on this machine, and during development',
      code: `
import * as grpc from '@grpc/grpc-js'
import http from 'node:http'
import { OrdersClient } from './gen/orders.js'

const metadata = new grpc.Metadata()
metadata.set('authorization', \`Bearer \${process.env.TOKEN}\`)
const done = (error: Error | null) => console.log(error)

const secured = new OrdersClient('orders.example.com:443', grpc.credentials.createSsl())
const near = new OrdersClient('unix:/run/orders.sock', grpc.credentials.createInsecure())
secured.list({}, metadata, { deadline: Date.now() + 1000 }, done)
near.list({}, metadata, { deadline: Date.now() + 1000 }, done)
http.get('http://localhost:8080', { headers: { authorization: process.env.TOKEN } })
if (process.env.NODE_ENV !== 'production') {
  const staging = new OrdersClient('orders.staging.example.com:50051', grpc.credentials.createInsecure())
  staging.list({}, metadata, { deadline: Date.now() + 1000 }, done)
}
`,
    },
    {
      name: 'nothing secret, or nothing at all under a name that is',
      code: `
import * as grpc from '@grpc/grpc-js'
import { httpLink } from '@trpc/client'
import { OrdersClient } from './gen/orders.js'

const orders = new OrdersClient('orders.example.com:50051', grpc.credentials.createInsecure())
export function list(page: string, done: grpc.requestCallback<unknown>) {
  const metadata = new grpc.Metadata()
  metadata.set('x-request-id', '1')
  metadata.set('next-page-token', page)
  orders.list({}, metadata, { deadline: Date.now() + 1000 }, done)
  metadata.set('authorization', 'too late for this call')
}
export const link = httpLink({ url: 'http://api.acme.example/trpc', headers: { authorization: '' } })
`,
    },
    {
      name: 'a channel of somebody else, and one that may be secure',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

const metadata = new grpc.Metadata()
metadata.set('authorization', \`Bearer \${process.env.TOKEN}\`)
export function list(orders: OrdersClient, tls: boolean, done: grpc.requestCallback<unknown>) {
  orders.list({}, metadata, { deadline: Date.now() + 1000 }, done)
  const own = new OrdersClient('orders.example.com:443', tls ? grpc.credentials.createSsl() : grpc.credentials.createInsecure())
  own.list({}, metadata, { deadline: Date.now() + 1000 }, done)
}
`,
    },
    {
      name: 'other libraries with the same names',
      code: `
import { Client, credentials, Metadata } from './transport.js'

const metadata = new Metadata()
metadata.set('authorization', 'x')
new Client('orders.example.com:50051', credentials.createInsecure()).list({}, metadata)
`,
    },
    {
      name: 'what undici sends inside TLS',
      code: `
import { request } from 'undici'

export const orders = (token: string) => request('https://orders.example/', { headers: { authorization: \`Bearer \${token}\` } })
`,
    },
  ],
})
