import rule from '../../src/rules/no-unlimited-message.js'
import { tester } from './tester.js'

const grpc = 'Give `grpc.max_receive_message_length` a number of bytes; the default is 4 MiB'
const body = 'Give `maxBodySize` a number of bytes, and `maxBatchSize` a number of calls'
const batch = 'Give `maxBatchSize` a number of calls, or set `allowBatching: false`'
const call = 'Pass the size of the largest call that is meant'

tester.run('no-unlimited-message', rule, {
  invalid: [
    {
      name: 'requests of Twirp, whatever serves them',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
createServer(tls, server.httpHandler())
createServer(tls, createTwirpServer([hats]))
`,
      errors: [
        { messageId: 'removed', data: { bounds: 'the size of a request', remedy: 'Hand it on only after you have refused a `content-length` that is too large, or is not there' }, line: 8, column: 1, endLine: 8, endColumn: 40, suggestions: undefined },
        { messageId: 'removed', data: { bounds: 'the size of a request', remedy: 'Hand it on only after you have refused a `content-length` that is too large, or is not there' }, line: 9, column: 1, endLine: 9, endColumn: 45, suggestions: undefined },
      ],
    },
    {
      name: 'answers without end',
      code: `
import { GrpcWebClientBase } from 'grpc-web'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const greeter = new GreeterClient('https://greeter.example.com', null, { maxReceiveMessageSize: 0, format: 'binary' })
export const base = new GrpcWebClientBase({ format: 'binary', maxReceiveMessageSize: 0 })
export const transport = (channelCredentials: never) => new GrpcTransport({ host: 'users:443', channelCredentials, clientOptions: { 'grpc.max_receive_message_length': -1 } })
`,
      errors: [
        { messageId: 'removed', data: { bounds: 'the size of a message', remedy: 'Leave `maxReceiveMessageSize` out: the default is 4 MiB' }, line: 6, column: 81, endLine: 6, endColumn: 105, suggestions: [{ messageId: 'edit', data: { says: 'Remove it: the default is 4 MiB' }, output: `
import { GrpcWebClientBase } from 'grpc-web'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const greeter = new GreeterClient('https://greeter.example.com', null, { format: 'binary' })
export const base = new GrpcWebClientBase({ format: 'binary', maxReceiveMessageSize: 0 })
export const transport = (channelCredentials: never) => new GrpcTransport({ host: 'users:443', channelCredentials, clientOptions: { 'grpc.max_receive_message_length': -1 } })
` }] },
        { messageId: 'removed', data: { bounds: 'the size of a message', remedy: 'Leave `maxReceiveMessageSize` out: the default is 4 MiB' }, line: 7, column: 63, endLine: 7, endColumn: 87, suggestions: [{ messageId: 'edit', data: { says: 'Remove it: the default is 4 MiB' }, output: `
import { GrpcWebClientBase } from 'grpc-web'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const greeter = new GreeterClient('https://greeter.example.com', null, { maxReceiveMessageSize: 0, format: 'binary' })
export const base = new GrpcWebClientBase({ format: 'binary' })
export const transport = (channelCredentials: never) => new GrpcTransport({ host: 'users:443', channelCredentials, clientOptions: { 'grpc.max_receive_message_length': -1 } })
` }] },
        { messageId: 'removed', data: { bounds: 'the size of a message', remedy: 'Give `grpc.max_receive_message_length` a number of bytes; the default is 4 MiB' }, line: 8, column: 133, endLine: 8, endColumn: 170, suggestions: [{ messageId: 'edit', data: { says: 'Remove it: the default is 4 MiB' }, output: `
import { GrpcWebClientBase } from 'grpc-web'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GreeterClient } from './gen/greeter_grpc_web_pb.js'

export const greeter = new GreeterClient('https://greeter.example.com', null, { maxReceiveMessageSize: 0, format: 'binary' })
export const base = new GrpcWebClientBase({ format: 'binary', maxReceiveMessageSize: 0 })
export const transport = (channelCredentials: never) => new GrpcTransport({ host: 'users:443', channelCredentials, clientOptions: {} })
` }] },
      ],
    },
    {
      name: 'a batch of any length, where the program says so',
      code: `
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { router } from './router.js'

export const serve = (req: Request) => fetchRequestHandler({ req, router, endpoint: '/trpc', maxBatchSize: Infinity })
`,
      errors: [{ messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: batch }, line: 5, column: 94, endLine: 5, endColumn: 116, suggestions: [{ messageId: 'edit', data: { says: 'Take ten calls at most' }, output: `
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { router } from './router.js'

export const serve = (req: Request) => fetchRequestHandler({ req, router, endpoint: '/trpc', maxBatchSize: 10 })
` }] }],
    },
    {
      name: 'a server without a limit',
      code: `
import { Server } from '@grpc/grpc-js'

const options = { 'grpc.max_concurrent_streams': 100, 'grpc.max_receive_message_length': -1 }
export const server = new Server(options)
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of a message', remedy: grpc }, line: 4, column: 55, endLine: 4, endColumn: 92, suggestions: [{ messageId: 'edit', data: { says: 'Remove it: the default is 4 MiB' }, output: `
import { Server } from '@grpc/grpc-js'

const options = { 'grpc.max_concurrent_streams': 100 }
export const server = new Server(options)
` }] }],
    },
    {
      name: 'a limit that nothing reaches',
      code: `
import * as grpc from '@grpc/grpc-js'
import { FilesClient } from './gen/files.js'

export class Files {
  private readonly client = new FilesClient('files.internal:443', grpc.credentials.createSsl(), {
    'grpc.max_receive_message_length': Number.MAX_SAFE_INTEGER,
  })
}
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of a message', remedy: grpc }, line: 7, column: 5, endLine: 7, endColumn: 63, suggestions: [{ messageId: 'edit', data: { says: 'Remove it: the default is 4 MiB' }, output: `
import * as grpc from '@grpc/grpc-js'
import { FilesClient } from './gen/files.js'

export class Files {
  private readonly client = new FilesClient('files.internal:443', grpc.credentials.createSsl(), {})
}
` }] }],
    },
    {
      name: 'a name that limits nothing',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('files.internal:443', grpc.credentials.createSsl(), { 'grpc.max_message_length': 1 << 20 })
`,
      errors: [{
        messageId: 'unread', data: { name: 'grpc.max_message_length', remedy: 'Use `grpc.max_receive_message_length`' }, line: 4, column: 93, endLine: 4, endColumn: 127,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `grpc.max_receive_message_length`' }, output: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('files.internal:443', grpc.credentials.createSsl(), { 'grpc.max_receive_message_length': 1 << 20 })
` }],
      }],
    },
    {
      name: 'an interface whose calls may have any size',
      code: `
import koffi from 'koffi'

const registerIf3 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf3(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback, void *sd)')
const UNLIMITED = 0xffffffff

export const register = (spec: unknown, sd: Buffer) => registerIf3(spec, null, null, 8, 1234, UNLIMITED, null, sd)
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of a call', remedy: call }, line: 7, column: 95, endLine: 7, endColumn: 104, suggestions: undefined }],
    },
    {
      name: 'the largest number of Deno, signed',
      code: `
const { symbols } = Deno.dlopen('rpcrt4.dll', {
  register: { name: 'RpcServerRegisterIf2', parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function'], result: 'i32' },
})

export const register = (spec: Deno.PointerValue, allow: Deno.PointerValue) => symbols.register(spec, null, null, 8, 1234, -1, allow)
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of a call', remedy: call }, line: 6, column: 124, endLine: 6, endColumn: 126, suggestions: undefined }],
    },
    {
      name: 'adapters of tRPC, which have no limit of their own',
      code: `
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from './router.js'

createHTTPServer({ router: appRouter }).listen(3000)
export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/trpc', req, router: appRouter })
`,
      options: [{ batches: true }],
      errors: [
        { messageId: 'removed', data: { bounds: 'the size of a request', remedy: body }, line: 6, column: 18, endLine: 6, endColumn: 39, suggestions: [{ messageId: 'edit', data: { says: 'Read a mebibyte at most' }, output: `
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from './router.js'

createHTTPServer({ maxBodySize: 1_048_576, router: appRouter }).listen(3000)
export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/trpc', req, router: appRouter })
` }] },
        { messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: batch }, line: 7, column: 59, endLine: 7, endColumn: 104, suggestions: undefined },
      ],
    },
    {
      name: 'limits of adapters that are removed by hand, and one that nothing reads',
      code: `
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { fastify } from 'fastify'
import { router, wss } from './router.js'

const limits = { maxBodySize: 0 }
export const handler = createHTTPHandler({ router, maxBatchSize: Infinity, maxBodySize: 1e6 })
export const other = createHTTPHandler({ router, maxBatchSize: 10, ...limits })
export const GET = (req: Request) => fetchRequestHandler({ endpoint: '/', req, router, maxBatchSize: 10, maxBodySize: 1e6 })
applyWSSHandler({ wss, router, batching: { enabled: true } })
export const app = fastify({ bodyLimit: Infinity })
app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowBatching: true } })
`,
      options: [{ batches: true }],
      errors: [
        { messageId: 'removed', data: { bounds: 'the size of a request', remedy: body }, line: 9, column: 31, endLine: 9, endColumn: 32, suggestions: [{ messageId: 'edit', data: { says: 'Read a mebibyte at most' }, output: `
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { fastify } from 'fastify'
import { router, wss } from './router.js'

const limits = { maxBodySize: 1_048_576 }
export const handler = createHTTPHandler({ router, maxBatchSize: Infinity, maxBodySize: 1e6 })
export const other = createHTTPHandler({ router, maxBatchSize: 10, ...limits })
export const GET = (req: Request) => fetchRequestHandler({ endpoint: '/', req, router, maxBatchSize: 10, maxBodySize: 1e6 })
applyWSSHandler({ wss, router, batching: { enabled: true } })
export const app = fastify({ bodyLimit: Infinity })
app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowBatching: true } })
` }] },
        { messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: batch }, line: 10, column: 52, endLine: 10, endColumn: 74, suggestions: [{ messageId: 'edit', data: { says: 'Take ten calls at most' }, output: `
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { fastify } from 'fastify'
import { router, wss } from './router.js'

const limits = { maxBodySize: 0 }
export const handler = createHTTPHandler({ router, maxBatchSize: 10, maxBodySize: 1e6 })
export const other = createHTTPHandler({ router, maxBatchSize: 10, ...limits })
export const GET = (req: Request) => fetchRequestHandler({ endpoint: '/', req, router, maxBatchSize: 10, maxBodySize: 1e6 })
applyWSSHandler({ wss, router, batching: { enabled: true } })
export const app = fastify({ bodyLimit: Infinity })
app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowBatching: true } })
` }] },
        { messageId: 'unread', data: { name: 'maxBodySize', remedy: 'Refuse a request whose `content-length` is too large before it is handled' }, line: 12, column: 106, endLine: 12, endColumn: 122, suggestions: undefined },
        { messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: batch }, line: 13, column: 17, endLine: 13, endColumn: 61, suggestions: undefined },
        { messageId: 'removed', data: { bounds: 'the size of a request', remedy: 'Leave `bodyLimit` out, or say how many bytes are meant' }, line: 14, column: 30, endLine: 14, endColumn: 49, suggestions: [{ messageId: 'edit', data: { says: 'Remove `bodyLimit`' }, output: `
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import { fastify } from 'fastify'
import { router, wss } from './router.js'

const limits = { maxBodySize: 0 }
export const handler = createHTTPHandler({ router, maxBatchSize: Infinity, maxBodySize: 1e6 })
export const other = createHTTPHandler({ router, maxBatchSize: 10, ...limits })
export const GET = (req: Request) => fetchRequestHandler({ endpoint: '/', req, router, maxBatchSize: 10, maxBodySize: 1e6 })
applyWSSHandler({ wss, router, batching: { enabled: true } })
export const app = fastify({})
app.register(fastifyTRPCPlugin, { prefix: '/trpc', trpcOptions: { router, allowBatching: true } })
` }] },
        { messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: batch }, line: 15, column: 52, endLine: 15, endColumn: 96, suggestions: undefined },
      ],
    },
    {
      name: 'messages of Connect that may nest for ever',
      code: `
import { createGrpcTransport } from '@connectrpc/connect-node'

export const transport = createGrpcTransport({ baseUrl: 'https://orders.example.com', binaryOptions: { recursionLimit: Infinity } })
`,
      errors: [{ messageId: 'removed', data: { bounds: 'how deep a message may nest', remedy: 'Leave `recursionLimit` out: the default is a hundred' }, line: 4, column: 104, endLine: 4, endColumn: 128, suggestions: undefined }],
    },
    {
      name: 'headers of any size',
      code: `
import http from 'node:http'

http.createServer({ maxHeaderSize: 1_000_000_000 })
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of what a request begins with', remedy: 'Leave `maxHeaderSize` out' }, line: 4, column: 21, endLine: 4, endColumn: 49, suggestions: undefined }],
    },
    {
      name: 'a body without end, and a parser without one',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
app.use(express.json({ limit: Infinity }))
app.use(createExpressMiddleware({ router, maxBodySize: Infinity }))
`,
      errors: [{ messageId: 'removed', data: { bounds: 'the size of a request', remedy: 'Leave `limit` out, or say how many bytes are meant' }, line: 7, column: 24, endLine: 7, endColumn: 39, suggestions: undefined }, { messageId: 'removed', data: { bounds: 'the size of a request', remedy: 'Give `maxBodySize` a number of bytes, and `maxBatchSize` a number of calls' }, line: 8, column: 43, endLine: 8, endColumn: 64, suggestions: [{ messageId: 'edit', data: { says: 'Read a mebibyte at most' }, output: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
app.use(express.json({ limit: Infinity }))
app.use(createExpressMiddleware({ router, maxBodySize: 1_048_576 }))
` }] }],
    },
    {
      name: 'a function in a cloud that takes as many calls as there are in one batch',
      code: `
import { awsLambdaRequestHandler } from '@trpc/server/adapters/aws-lambda'
import { router } from './router.js'

export const handler = awsLambdaRequestHandler({ router })
`,
      options: [{ batches: true }],
      errors: [{ messageId: 'removed', data: { bounds: 'how many calls come in one batch', remedy: 'Give `maxBatchSize` a number of calls, or set `allowBatching: false`' }, line: 5, column: 48, endLine: 5, endColumn: 58, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'requests of Twirp that something looks at first',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
const handle = server.httpHandler()
createServer(tls, (request, response) => {
  if (Number(request.headers['content-length'] ?? Infinity) > 65_536) { response.writeHead(413).end(); return }
  void handle(request, response)
})
`,
    },
    {
      name: 'a batch of any length, where nobody asked',
      code: `
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { router } from './router.js'

export const serve = (req: Request) => fetchRequestHandler({ req, router, endpoint: '/trpc' })
`,
    },
    {
      name: 'messages of Connect that may nest a little deeper',
      code: `
import { createGrpcTransport } from '@connectrpc/connect-node'
import { depth } from './settings.js'

const baseUrl = 'https://orders.example.com'
export const transports = [createGrpcTransport({ baseUrl, jsonOptions: { recursionLimit: 200 } }), createGrpcTransport({ baseUrl, jsonOptions: { recursionLimit: depth } })]
`,
    },
    {
      name: 'limits in bytes, and the default',
      code: `
import * as grpc from '@grpc/grpc-js'

const MiB = 1024 * 1024
export const server = new grpc.Server({ 'grpc.max_receive_message_length': 16 * MiB })
export const other = new grpc.Server()
`,
    },
    {
      name: 'what this program sends is up to it',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('files.internal:443', grpc.credentials.createSsl(), { 'grpc.max_send_message_length': -1 })
`,
    },
    {
      name: 'a limit from the configuration',
      code: `
import * as grpc from '@grpc/grpc-js'

export const server = new grpc.Server({ 'grpc.max_receive_message_length': Number(process.env.MAX_BYTES) })
export const serverFor = (limit: number) => new grpc.Server({ 'grpc.max_receive_message_length': limit })
`,
    },
    {
      name: 'calls of a known size',
      code: `
import koffi from 'koffi'

const registerIf2 = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
export const register = (spec: unknown) => registerIf2(spec, null, null, 8, 1234, 64 * 1024, null)
`,
    },
    {
      name: 'adapters of tRPC with limits',
      code: `
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter } from './router.js'

createHTTPServer({ router: appRouter, maxBodySize: 64 * 1024, maxBatchSize: 10 }).listen(3000)
export const POST = (req: Request) => fetchRequestHandler({ endpoint: '/trpc', req, router: appRouter, allowBatching: false })
`,
    },
    {
      name: 'adapters whose limits come from elsewhere, or whose server has one of its own',
      code: `
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { fastifyTRPCPlugin } from '@trpc/server/adapters/fastify'
import fastify from 'fastify'
import { limits, router } from './router.js'

export const handler = createHTTPHandler({ router, ...limits })
export const GET = (req: Request) => fetchRequestHandler({ endpoint: '/', req, router, batching: { enabled: false } })
export const app = fastify({ bodyLimit: 65_536 })
app.register(fastifyTRPCPlugin, { trpcOptions: { router, maxBatchSize: Number(process.env.BATCH) } })
app.register(import('@fastify/cors'), { trpcOptions: {} })
`,
    },
    {
      name: 'options of another library',
      code: `
import { Server } from '@acme/server'

export const server = new Server({ 'grpc.max_receive_message_length': -1, 'grpc.max_message_length': 1 })
`,
    },
    {
      name: 'somewhat larger headers',
      code: `
import http from 'node:http'

http.createServer({ maxHeaderSize: 65_536 })
`,
    },
    {
      name: 'a body that somebody else reads',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
app.use(express.json({ limit: '50kb' }))
app.use(createExpressMiddleware({ router }))
`,
    },
    {
      name: 'a function in a cloud that takes one call at a time',
      code: `
import { awsLambdaRequestHandler } from '@trpc/server/adapters/aws-lambda'
import { router } from './router.js'

export const handler = awsLambdaRequestHandler({ router, allowBatching: false })
`,
      options: [{ batches: true }],
    },
  ],
})
