import rule from '../../src/rules/no-error-detail-leak.js'
import { tester } from './tester.js'

const message = 'Give the error as `cause`, and say in `message` what the caller may know'
const format = 'Keep it on the server: `onError` sees the whole error'
const log = 'Log it, and tell the caller that the call failed'

tester.run('no-error-detail-leak', rule, {
  invalid: [
    {
      name: 'errors of twirp-ts, wherever they come from',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
export const handler = server.httpHandler()
export const failed = (error: unknown) => load().catch((cause: Error) => {
  if (error) throw new TwirpError(TwirpErrorCode.Internal, 'no hat').withCause(cause, true)
  throw new TwirpError(TwirpErrorCode.Internal, cause.message)
})
declare function load(): Promise<void>
`,
      errors: [
        { messageId: 'says', data: { remedy: 'Give the server an interceptor that catches what is no `TwirpError`, logs it, and throws one with words of your own' }, line: 8, column: 24, endLine: 8, endColumn: 44, suggestions: undefined },
        { messageId: 'message', data: { data: 'cause', remedy: 'Log it, and throw a `TwirpError` with words of your own' }, line: 10, column: 80, endLine: 10, endColumn: 85, suggestions: undefined },
        { messageId: 'message', data: { data: 'cause.message', remedy: 'Log it, and throw a `TwirpError` with words of your own' }, line: 11, column: 49, endLine: 11, endColumn: 62, suggestions: undefined },
      ],
    },
    {
      name: 'errors of TwirpScript and protobuf-ts that failed inside',
      code: `
import { RpcError } from '@protobuf-ts/runtime-rpc'
import { TwirpError } from 'twirpscript'
import { load } from './store.js'

export const one = () => load().catch((error: Error) => { throw new TwirpError({ code: 'internal', msg: error.message }) })
export const two = () => load().catch((error: Error) => { throw new RpcError(error.message) })
`,
      errors: [
        { messageId: 'message', data: { data: 'error.message', remedy: 'Log it, and throw a `TwirpError` with words of your own' }, line: 6, column: 105, endLine: 6, endColumn: 118, suggestions: undefined },
        { messageId: 'message', data: { data: 'error.message', remedy: 'Log it, and throw an `RpcError` with words of your own' }, line: 7, column: 78, endLine: 7, endColumn: 91, suggestions: undefined },
      ],
    },
    {
      name: 'a formatter that adds the stack and what caused it',
      code: `
import { initTRPC } from '@trpc/server'

const formatted = ({ shape, error }) => ({ ...shape, data: { ...shape.data, stack: error.stack?.split('\\n'), cause: error.cause } })
export const t = initTRPC.context<{ user: string }>().create({ errorFormatter: formatted })
export const u = initTRPC.create({
  errorFormatter(opts) {
    const { shape } = opts
    return { ...shape, why: \`\${opts.error.cause}\`, at: opts.error.stack ?? '' }
  },
})
`,
      errors: [
        { messageId: 'stack', data: { data: 'errorFormatter: formatted', remedy: format }, line: 5, column: 64, endLine: 5, endColumn: 89, suggestions: undefined },
        { messageId: 'cause', data: { data: 'opts.error.cause', remedy: format }, line: 9, column: 32, endLine: 9, endColumn: 48, suggestions: undefined },
        { messageId: 'stack', data: { data: 'opts.error.stack', remedy: format }, line: 9, column: 56, endLine: 9, endColumn: 72, suggestions: undefined },
      ],
    },
    {
      name: 'stacks for everybody',
      code: `
import { initTRPC } from 'trpc-server-10'

const options = { isDev: true }
export const t = initTRPC.create(options)
`,
      errors: [{ messageId: 'always', line: 4, column: 19, endLine: 4, endColumn: 30, suggestions: undefined }],
    },
    {
      name: 'errors with the words of another',
      code: `
import { TRPCError } from '@trpc/server'
import { db } from './db.js'

export const toError = (code: 'BAD_REQUEST') => db.run().catch((e) => { throw new TRPCError({ code, message: e.stack }) })
export async function load(id: string) {
  try {
    return await db.find(id)
  } catch (failure) {
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'Cannot load: ' + (failure as Error).message })
  }
}
export async function save(id: string) {
  try {
    return await db.save(id)
  } catch (failure) {
    throw new TRPCError({ message: String(failure), code: 'INTERNAL_SERVER_ERROR' })
  }
}
`,
      errors: [
        { messageId: 'stack', data: { data: 'e.stack', remedy: message }, line: 5, column: 110, endLine: 5, endColumn: 117, suggestions: undefined },
        { messageId: 'message', data: { data: '(failure as Error).message', remedy: message }, line: 10, column: 85, endLine: 10, endColumn: 111, suggestions: undefined },
        { messageId: 'message', data: { data: 'failure', remedy: message }, line: 17, column: 43, endLine: 17, endColumn: 50, suggestions: undefined },
      ],
    },
    {
      name: 'a stack that a procedure returns',
      code: `
import { initTRPC } from '@trpc/server'
import { work } from './work.js'

const t = initTRPC.create()
export const router = t.router({
  run: t.procedure.mutation(async ({ input }) => {
    if (!input) return { ok: false }
    try {
      return { ok: await work() }
    } catch (error) {
      return { ok: false, trace: error instanceof Error ? error.stack : undefined }
    }
  }),
})
`,
      errors: [{ messageId: 'stack', data: { data: 'error.stack', remedy: log }, line: 12, column: 59, endLine: 12, endColumn: 70, suggestions: undefined }],
    },
    {
      name: 'answers of gRPC',
      code: `
import * as grpc from '@grpc/grpc-js'
import { readFile } from 'node:fs'
import { OrdersService, load, type Order } from './orders.js'

class Orders {
  get(call: grpc.ServerUnaryCall<Order, Order>, callback: grpc.sendUnaryData<Order>) {
    readFile('orders.json', (err, data) => {
      if (err) return callback({ code: 13, details: \`no orders: \${err}\` })
      callback(null, JSON.parse(data.toString()))
    })
  }
  list(call: grpc.ServerUnaryCall<Order, Order>, done: grpc.sendUnaryData<Order>) {
    load().then((order) => done(null, order), (reason) => done({ message: reason.message }))
  }
  watch(call: grpc.ServerWritableStream<Order, Order>) {
    load().catch((reason) => call.emit('error', { code: grpc.status.INTERNAL, details: reason.message }))
  }
}
new grpc.Server().addService(OrdersService, new Orders())
`,
      errors: [
        { messageId: 'message', data: { data: 'err', remedy: log }, line: 9, column: 67, endLine: 9, endColumn: 70, suggestions: undefined },
        { messageId: 'message', data: { data: 'reason.message', remedy: log }, line: 14, column: 75, endLine: 14, endColumn: 89, suggestions: undefined },
        { messageId: 'message', data: { data: 'reason.message', remedy: log }, line: 17, column: 88, endLine: 17, endColumn: 102, suggestions: undefined },
      ],
    },
    {
      name: 'a stack in an answer of Express',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.get('/jobs', async (req, res) => {
  try { res.json(await jobs.all()) } catch (error) { res.json({ error: error.stack }) }
})
`,
      errors: [{ messageId: 'stack', data: { data: 'error.stack', remedy: 'Log it, and answer with words of your own' }, line: 9, column: 72, endLine: 9, endColumn: 83, suggestions: undefined }],
    },
    {
      name: 'a message in an answer that says that something failed inside',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.get('/jobs', async (req, res) => {
  try { res.json(await jobs.all()) } catch (error) { res.status(500).send(error.message) }
})
`,
      errors: [{ messageId: 'message', data: { data: 'error.message', remedy: 'Log it, and answer with words of your own' }, line: 9, column: 75, endLine: 9, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'a message however it is got at: one finding',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.get('/jobs', async (req, res) => {
  try { res.json(await jobs.all()) } catch (error) { res.status(500).json({ failed: true, details: error instanceof Error ? error.message : String(error) }) }
})
`,
      errors: [{ messageId: 'message', data: { data: 'error instanceof Error ? error.message : String(error)', remedy: 'Log it, and answer with words of your own' }, line: 9, column: 100, endLine: 9, endColumn: 154, suggestions: undefined }],
    },
    {
      name: 'what handles the errors of all',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
const failed = (error, req, res, next) => { res.status(error.status ?? 500).json({ message: error.message, stack: error.stack }) }
app.use(failed)
`,
      errors: [{ messageId: 'message', data: { data: 'error.message', remedy: 'Log it, and answer with words of your own' }, line: 8, column: 93, endLine: 8, endColumn: 106, suggestions: undefined }, { messageId: 'stack', data: { data: 'error.stack', remedy: 'Log it, and answer with words of your own' }, line: 8, column: 115, endLine: 8, endColumn: 126, suggestions: undefined }],
    },
    {
      name: 'an answer that is declared',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
export function fail(error: Error, res: Response) { jobs.all().catch(cause => res.status(503).json({ cause: String(cause) })) }
`,
      errors: [{ messageId: 'message', data: { data: 'cause', remedy: 'Log it, and answer with words of your own' }, line: 8, column: 116, endLine: 8, endColumn: 121, suggestions: undefined }],
    },
    {
      name: 'what every handler of gRPC throws',
      code: `
process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'true'
`,
      errors: [{ messageId: 'says', data: { remedy: 'Remove it: it is meant for debugging' }, line: 2, column: 50, endLine: 2, endColumn: 56, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'servers of Twirp that somebody may answer for',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
server.use(async (ctx, size, next) => {
  try { return await next(ctx, size) } catch (error) {
    if (error instanceof TwirpError) throw error
    throw new TwirpError(TwirpErrorCode.Internal, 'failed')
  }
})
export const handler = server.httpHandler()
export const script = createTwirpServer([hats])
export const failed = (cause: Error) => new TwirpError(TwirpErrorCode.NotFound, cause.message).withCause(cause)
`,
    },
    {
      name: 'formatters that tell callers what they got wrong, or tell developers',
      code: `
import { initTRPC } from '@trpc/server'
import { z, ZodError } from 'zod'
import { config, log } from './config.js'

export const t = initTRPC.create({
  isDev: process.env.NODE_ENV === 'development',
  errorFormatter({ shape, error }) {
    log(error.stack)
    return { ...shape, data: { ...shape.data, zodError: error.cause instanceof ZodError ? z.treeifyError(error.cause) : null, issues: error.cause instanceof ZodError ? error.cause.message : null } }
  },
})
export const u = initTRPC.create({ errorFormatter: ({ shape, error }) => process.env.NODE_ENV === 'production' ? shape : { ...shape, stack: error.stack } })
export const v = initTRPC.create({ errorFormatter: ({ shape, error }) => ({ ...shape, message: error.message, ...(config.traces && { stack: error.stack }) }) })
export const w = initTRPC.create({ isDev: config.dev })
`,
    },
    {
      name: 'messages that are meant for callers',
      code: `
import { TRPCError } from '@trpc/server'
import { isRefusal, parse, Refused } from './orders.js'

export async function place(text: string) {
  try {
    return await parse(text)
  } catch (error) {
    if (error instanceof Refused) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: error.message })
    if (isRefusal(error)) throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: error.message })
    if (error.code === 'E_TAKEN') throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: error.message })
    if (error instanceof SyntaxError) throw new TRPCError({ code: 'BAD_REQUEST', message: error.message })
    throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'The order cannot be placed', cause: error })
  }
}
`,
    },
    {
      name: 'data that is called like the parts of an error',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { pancakes, parse } from './work.js'

const t = initTRPC.create()
export const router = t.router({
  eat: t.procedure.input(parse).query(({ ctx, input }) => ({ stack: input.stack, own: ctx.stack, all: pancakes.map((one, at) => one.stack) })),
  tell: t.procedure.input(parse).mutation(({ input }) => { throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: input.message }) }),
})
`,
    },
    {
      name: 'answers of gRPC that say what may be known',
      code: `
import * as grpc from '@grpc/grpc-js'
import { readFile } from 'node:fs'
import { OrdersService, check, log } from './orders.js'

new grpc.Server().addService(OrdersService, {
  get(call, callback) {
    readFile('orders.json', (err, data) => {
      if (err) {
        log(err.stack)
        callback({ code: grpc.status.INTERNAL, details: 'no orders' })
      } else callback(null, JSON.parse(data.toString()))
    })
  },
  put(call, callback) {
    try {
      check(call.request)
    } catch (error) {
      return callback({ code: grpc.status.INVALID_ARGUMENT, details: error.message })
    }
    callback(null, {})
  },
  watch(call) {
    check(call.request).catch((error) => {
      log.emit('error', { message: error.message })
      call.emit('error', { code: grpc.status.INVALID_ARGUMENT, details: error.message })
      call.destroy(error)
    })
  },
})
process.on('uncaughtException', (error) => log({ message: error.stack }))
`,
    },
    {
      name: 'errors of another library',
      code: `
import { initTRPC, TRPCError } from '@acme/rpc'

export const t = initTRPC.create({ isDev: true, errorFormatter: ({ error }) => error.stack })
export const fail = (error: Error) => new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: error.stack })
`,
    },
    {
      name: 'a message where the caller did something wrong',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.get('/jobs', async (req, res) => {
  try { res.json(await jobs.all()) } catch (error) { res.status(400).send(error.message) }
})
`,
    },
    {
      name: 'a stack while it is developed',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.use((error, req, res, next) => { res.status(500).json(process.env.NODE_ENV === 'development' ? { stack: error.stack } : {}) })
`,
    },
    {
      name: 'an answer of something else',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.get('/jobs', (req, res) => { fetch('/x').catch(error => jobs.json({ stack: error.stack })) })
`,
    },
    {
      name: 'words of its own',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type Response } from 'express'
import { router } from './router.js'

const app = express()
app.use('/trpc', createExpressMiddleware({ router }))
app.use((error, req, res, next) => { console.error(error.stack); res.status(500).json({ error: 'failed' }) })
`,
    },
    {
      name: 'what handlers of gRPC throw, in development, or not at all',
      code: `
if (process.env.NODE_ENV === 'development') process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'true'
else process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS = 'false'
`,
    },
  ],
})
