import rule from '../../src/rules/no-ineffective-guard.js'
import { tester } from './tester.js'

/** Windows RPC, bound by koffi. */
const native = `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const impersonate = rpcrt4.func('int32 __stdcall RpcImpersonateClient(void *binding)')
const revert = rpcrt4.func('int32 __stdcall RpcRevertToSelf()')
`

tester.run('no-ineffective-guard', rule, {
  invalid: [
    {
      name: 'hooks and interceptors of Twirp that refuse nobody',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
server.use({ requestReceived(ctx) { if (!ctx.req.headers.authorization) console.warn('no token') } }, async (ctx, size, next) => {
  if (!ctx.req.headers.authorization) console.warn('no token')
  return next(ctx, size)
})
`,
      errors: [
        { messageId: 'always', data: { remedy: 'Throw a `TwirpError` where the check fails' }, line: 8, column: 14, endLine: 8, endColumn: 35, suggestions: undefined },
        { messageId: 'always', data: { remedy: 'Throw a `TwirpError` before `next()` is called' }, line: 8, column: 103, endLine: 8, endColumn: 130, suggestions: undefined },
      ],
    },
    {
      name: 'a callback that answers, and goes on; a promise for which nobody waits; what is caught and told',
      code: `
import express from 'express'
import jwt from 'jsonwebtoken'
import { initTRPC } from '@trpc/server'
import { jwtVerify } from 'jose'

express().use((req, res, next) => {
  jwt.verify(req.get('authorization')!, process.env.JWT_SECRET!, (failure, user) => {
    if (failure) res.status(401).end()
    req.user = user
    next()
  })
})

const t = initTRPC.context<{ token: string }>().create()

export const hurried = t.procedure.use(({ ctx, next }) => {
  void jwtVerify(ctx.token, key)
  return next()
})

export const lenient = t.procedure.use(({ ctx, next }) => {
  try {
    jwt.verify(ctx.token, process.env.JWT_SECRET!)
  } catch (error) {
    console.warn(error)
  }
  return next()
})
`,
      errors: [
        { messageId: 'always', line: 7, column: 15, endLine: 7, endColumn: 35, suggestions: undefined },
        { messageId: 'always', line: 17, column: 40, endLine: 17, endColumn: 59, suggestions: undefined },
        { messageId: 'always', line: 22, column: 40, endLine: 22, endColumn: 59, suggestions: undefined },
      ],
    },
    {
      name: 'an interceptor that warns, and a gate that does',
      code: `
import { connectNodeAdapter } from '@connectrpc/connect-node'
import routes from './routes.js'

export const handler = connectNodeAdapter({
  routes,
  interceptors: [next => async request => {
    if (!request.header.has('authorization')) console.warn('no token')
    return await next(request)
  }],
  requestGate: context => { if (!context.requestHeader.has('authorization')) console.warn('no token') },
})
`,
      errors: [
        { messageId: 'always', data: { remedy: 'Throw a `ConnectError` before `next()` is called' }, line: 7, column: 18, endLine: 7, endColumn: 26, suggestions: undefined },
        { messageId: 'always', data: { remedy: 'Throw a `ConnectError` where the check fails' }, line: 11, column: 16, endLine: 11, endColumn: 27, suggestions: undefined },
      ],
    },
    {
      name: 'interceptors of one service in the place of those of its router',
      code: `
import { Code, ConnectError, createConnectRouter } from '@connectrpc/connect'
import { connectNodeAdapter } from '@connectrpc/connect-node'
import { OrdersService, orders } from './orders.js'

const auth = next => request => {
  if (!request.header.has('authorization')) throw new ConnectError('no token', Code.Unauthenticated)
  return next(request)
}
const log = next => async request => { console.log(request.url); return next(request) }
export const router = createConnectRouter({ interceptors: [auth] }).service(OrdersService, orders, { interceptors: [log] })
export const handler = connectNodeAdapter({ routes(router) { router.service(OrdersService, orders, { interceptors: [log] }) }, interceptors: [auth] })
`,
      errors: [
        { messageId: 'replaced', line: 11, column: 102, endLine: 11, endColumn: 121, suggestions: undefined },
        { messageId: 'replaced', line: 12, column: 102, endLine: 12, endColumn: 121, suggestions: undefined },
      ],
    },
    {
      name: 'guards of an application that a part of it does not inherit',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options)
`,
      errors: [{
        messageId: 'past', data: { remedy: 'Give `connectMicroservice()` `{ inheritAppConfig: true }`, or what it returns guards and pipes of its own' }, line: 8, column: 5, endLine: 8, endColumn: 24,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `inheritAppConfig: true`' }, output: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, { inheritAppConfig: true })
` }],
      }],
    },
    {
      name: 'the same, said in so many words',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, { inheritAppConfig: false })
`,
      errors: [{
        messageId: 'past', data: { remedy: 'Give `connectMicroservice()` `{ inheritAppConfig: true }`, or what it returns guards and pipes of its own' }, line: 8, column: 5, endLine: 8, endColumn: 24,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `inheritAppConfig: true`' }, output: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, { inheritAppConfig: true })
` }],
      }],
    },
    {
      name: 'the same, with nothing said',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, {})
`,
      errors: [{
        messageId: 'past', data: { remedy: 'Give `connectMicroservice()` `{ inheritAppConfig: true }`, or what it returns guards and pipes of its own' }, line: 8, column: 5, endLine: 8, endColumn: 24,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `inheritAppConfig: true`' }, output: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, { inheritAppConfig: true })
` }],
      }],
    },
    {
      name: 'guards that read what a caller shows, and go on whatever it is, on a handler and for all',
      code: `
import { CanActivate, ExecutionContext, Module, UseGuards } from '@nestjs/common'
import { APP_GUARD } from '@nestjs/core'
import { MessagePattern } from '@nestjs/microservices'
import { verify } from 'jsonwebtoken'

class Saying implements CanActivate {
  canActivate(context: ExecutionContext) {
    const { token } = context.switchToRpc().getData()
    try { verify(token, process.env.KEY!, { issuer: 'accounts' }) } catch { console.warn('a bad token') }
    return true
  }
}
class Counting implements CanActivate {
  canActivate(context: ExecutionContext) { console.log(context.getHandler().name); return true }
}
export class Orders {
  @UseGuards(Saying) @MessagePattern('orders.list') list() { return [] }
}
@Module({ controllers: [Orders], providers: [{ provide: APP_GUARD, useClass: Counting }] })
export class OrdersModule {}
`,
      errors: [
        { messageId: 'always', data: { remedy: 'Refuse on every path where the check fails' }, line: 8, column: 3, endLine: 8, endColumn: 42, suggestions: undefined },
        { messageId: 'always', data: { remedy: 'Refuse on every path where the check fails' }, line: 15, column: 3, endLine: 15, endColumn: 42, suggestions: undefined },
      ],
    },
    {
      name: 'a guard on a handler that lets everybody in',
      code: `
import { UseGuards } from '@nestjs/common'
import { MessagePattern } from '@nestjs/microservices'

class Anybody { canActivate() { return true } }
export class Orders {
  @UseGuards(Anybody) @MessagePattern('orders.list') list() { return [] }
}
`,
      errors: [{ messageId: 'always', line: 5, column: 17, endLine: 5, endColumn: 31 }],
    },
    {
      name: 'a guard that only warns',
      code: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.context<{ user?: { id: string } }>().create()

export const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) console.warn('no user')
  return next()
})
`,
      errors: [{ messageId: 'always', line: 6, column: 39, endLine: 6, endColumn: 58, suggestions: undefined }],
    },
    {
      name: 'an error that is made and not thrown',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.context<{ role: string }>().create()

const isAdmin = t.middleware(async opts => {
  if (opts.ctx.role !== 'admin') new TRPCError({ code: 'FORBIDDEN' })
  return opts.next()
})
export const admin = t.procedure.use(isAdmin)
`,
      errors: [{ messageId: 'always', line: 6, column: 30, endLine: 6, endColumn: 44, suggestions: undefined }],
    },
    {
      name: 'a guard that catches its own refusal',
      code: `
import { initTRPC } from '@trpc/server'
import { verify } from './tokens.js'

const t = initTRPC.context<{ token: string }>().create()

async function authenticate({ ctx, next }) {
  try {
    const user = await verify(ctx.token)
    return next({ ctx: { user } })
  } catch (error) {
    console.error(error)
  }
  return next()
}
export const member = t.procedure.use(authenticate)
`,
      errors: [{ messageId: 'always', line: 7, column: 1, endLine: 7, endColumn: 44, suggestions: undefined }],
    },
    {
      name: 'a builder whose result nobody takes',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.context<{ user?: string }>().create()
export const procedure = t.procedure
procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})
`,
      errors: [{ messageId: 'discarded', data: { what: 'procedure.use()' }, line: 6, column: 1, endLine: 9, endColumn: 3, suggestions: undefined }],
    },
    {
      name: 'a callback of Windows RPC that says yes to everybody',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const RPC_S_OK = 0

const allow = koffi.register((_uuid: unknown, _context: unknown) => RPC_S_OK, koffi.pointer(Callback))
export const register = (spec: unknown) => registerIf2(spec, null, null, 8, 1234, 65_536, allow)
`,
      errors: [{ messageId: 'always', line: 9, column: 30, endLine: 9, endColumn: 69, suggestions: undefined }],
    },
    {
      name: 'what a callback throws never reaches the runtime',
      code: `
const rpc = Deno.dlopen('rpcrt4.dll', {
  RpcServerRegisterIf2: { parameters: ['pointer', 'pointer', 'pointer', 'u32', 'u32', 'u32', 'function'], result: 'i32' },
})
declare function levelOf(context: unknown): number

const callback = new Deno.UnsafeCallback({ parameters: ['pointer', 'pointer'], result: 'i32' }, (_uuid, context) => {
  if (levelOf(context) < 6) throw new Error('access denied')
  return 0
})
export const register = (spec: Deno.PointerValue) => rpc.symbols.RpcServerRegisterIf2(spec, null, null, 8, 1234, 65_536, callback.pointer)
`,
      errors: [{ messageId: 'always', line: 7, column: 97, endLine: 7, endColumn: 117, suggestions: undefined }],
    },
    {
      name: 'management that everybody may do',
      code: `
import koffi from 'koffi'

const authorize = koffi.load('rpcrt4.dll').func('int32 __stdcall RpcMgmtSetAuthorizationFn(void *fn)')
const MgmtFn = koffi.proto('int32 __stdcall MgmtFn(void *binding, uint32 operation, void *status)')

authorize(koffi.register(function (binding: unknown, operation: number) {
  console.log('management', operation, binding)
  return 1
}, koffi.pointer(MgmtFn)))
`,
      errors: [{ messageId: 'always', line: 7, column: 26, endLine: 7, endColumn: 73, suggestions: undefined }],
    },
    {
      name: 'an interceptor of gRPC that answers and goes on',
      code: `
import * as grpc from '@grpc/grpc-js'
import { isToken } from './tokens.js'

function auth(_method: unknown, call: grpc.ServerInterceptingCallInterface) {
  return new grpc.ServerInterceptingCall(call, {
    start(next) {
      next({
        onReceiveMetadata(metadata, nextMetadata) {
          if (!isToken(metadata.get('authorization')[0])) call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'no token' })
          nextMetadata(metadata)
        },
      })
    },
  })
}
export const server = new grpc.Server({ interceptors: [auth] })
`,
      errors: [{ messageId: 'always', line: 5, column: 1, endLine: 5, endColumn: 77, suggestions: undefined }],
    },
    {
      name: 'a middleware of a server that stays as it was, and one of a client',
      code: `
import { createClientFactory, createServer } from 'nice-grpc'
import { authenticate, retry } from './middlewares.js'

export const server = createServer()
server.use(authenticate)
export const clients = createClientFactory()
clients.use(retry)
`,
      errors: [
        { messageId: 'discarded', data: { what: 'server.use()' }, line: 6, column: 1, endLine: 6, endColumn: 25, suggestions: undefined },
        { messageId: 'discarded', data: { what: 'clients.use()' }, line: 8, column: 1, endLine: 8, endColumn: 19, suggestions: undefined },
      ],
    },
    {
      name: 'a generator that warns and goes on',
      code: `
import { createServer, type CallContext, type ServerMiddlewareCall } from 'nice-grpc'

async function* authenticate<Q, R>(call: ServerMiddlewareCall<Q, R>, context: CallContext) {
  if (!context.metadata.has('authorization')) console.warn('no token')
  return yield* call.next(call.request, context)
}
export const server = createServer().use(authenticate)
`,
      errors: [{ messageId: 'always', line: 4, column: 1, endLine: 4, endColumn: 92, suggestions: undefined }],
    },
    {
      name: 'the refusal of a guard that the settings trust, thrown away',
      code: `
import { initTRPC } from '@trpc/server'
import { requireUser } from '@acme/auth'

const t = initTRPC.create()
export const member = t.procedure.use(async ({ ctx, next }) => {
  try {
    await requireUser(ctx)
  } catch {}
  return next()
})
`,
      settings: { 'secure-rpc': { trustedGuards: ['@acme/auth#requireUser'] } },
      errors: [{ messageId: 'always', line: 6, column: 39, endLine: 6, endColumn: 64, suggestions: undefined }],
    },
    {
      name: 'nobody looks if the program became its caller',
      code: `${native}
import { readFileSync } from 'node:fs'

export function read(binding: unknown, file: string) {
  impersonate(binding)
  try { return readFileSync(file) } finally { revert() }
}
`,
      errors: [{ messageId: 'unchecked', data: { what: 'impersonate()', remedy: 'Do what follows only if it returned `0`' }, line: 11, column: 3, endLine: 11, endColumn: 23, suggestions: [{ messageId: 'edit', data: { says: 'Throw when it fails' }, output: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const impersonate = rpcrt4.func('int32 __stdcall RpcImpersonateClient(void *binding)')
const revert = rpcrt4.func('int32 __stdcall RpcRevertToSelf()')

import { readFileSync } from 'node:fs'

export function read(binding: unknown, file: string) {
  if (impersonate(binding) !== 0) throw new Error('The caller cannot be impersonated')
  try { return readFileSync(file) } finally { revert() }
}
` }] }],
    },
    {
      name: 'it is kept, and never looked at',
      code: `
const ole32 = Deno.dlopen('ole32.dll', { CoImpersonateClient: { parameters: [], result: 'i32' }, CoRevertToSelf: { parameters: [], result: 'i32' } })

export function asCaller(work: () => void) {
  const result = ole32.symbols.CoImpersonateClient()
  work()
  ole32.symbols.CoRevertToSelf()
}
`,
      errors: [{ messageId: 'unchecked', data: { what: 'ole32.symbols.CoImpersonateClient()', remedy: 'Do what follows only if it returned `0`' }, line: 5, column: 18, endLine: 5, endColumn: 53, suggestions: undefined }],
    },
    {
      name: 'a refusal that is thrown where nobody sees it',
      code: `${native}
const IfCallback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')

const allow = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, AuthenticationLevel: 0 }
  if (inqCall(context, call) !== 0) throw new Error('who is that?')
  return call.AuthenticationLevel >= 5 ? 0 : 5
}, koffi.pointer(IfCallback))
export const register = (spec: unknown) => registerIf2(spec, null, null, 8, 1234, 65_536, allow)
`,
      errors: [{ messageId: 'thrown', data: { remedy: 'Return `5` (access denied) unless the caller is one to be served, also when something is thrown' }, line: 14, column: 37, endLine: 14, endColumn: 68, suggestions: undefined }],
    },
    {
      name: 'a callback of Bun whose answer nobody waits for',
      code: `
import { dlopen, JSCallback } from 'bun:ffi'
import { levelOf } from './callers.js'

const { symbols } = dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { args: [], returns: 5 } })
const admit = (_uuid: number, context: number) => (levelOf(context) >= 5 ? 0 : 5)

export const register = (spec: number) => symbols.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, new JSCallback(admit, { args: [], returns: 5, threadsafe: true }).ptr)
`,
      errors: [{ messageId: 'unanswered', line: 8, column: 151, endLine: 8, endColumn: 167, suggestions: undefined }],
    },
    {
      name: 'what a callback of Deno throws',
      code: `
import { levelOf } from './callers.js'

const { symbols } = Deno.dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { parameters: [], result: 'i32' } })
const admit = Deno.UnsafeCallback.threadSafe({ parameters: [], result: 'i32' }, (_uuid: object, context: object) => {
  if (levelOf(context) < 5) throw new Error('access denied')
  return context === null ? 5 : 0
})
export const register = (spec: object) => symbols.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, admit.pointer)
`,
      errors: [{ messageId: 'thrown', data: { remedy: 'Return `5` (access denied) unless the caller is one to be served, also when something is thrown' }, line: 6, column: 29, endLine: 6, endColumn: 61, suggestions: undefined }],
    },
    {
      name: 'middleware that says no, and goes on',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
app.use((req, res, next) => { if (!req.get('x-key')) res.status(401).json({}); next() })
app.use('/trpc', createExpressMiddleware({ router }))
`,
      errors: [{ messageId: 'always', data: { remedy: 'Refuse, and return, before `next()` is called' }, line: 7, column: 9, endLine: 7, endColumn: 29, suggestions: undefined }],
    },
    {
      name: 'a guard after what it is to protect',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use('/trpc', createExpressMiddleware({ router }))
app.use(known)
app.listen(80)
`,
      errors: [{ messageId: 'late', data: { remedy: 'Put it first' }, line: 7, column: 15, endLine: 7, endColumn: 35, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'hooks and interceptors of Twirp that refuse, or only watch',
      code: `
import { createServer } from 'node:https'
import { TwirpError, TwirpErrorCode, TwirpServer } from 'twirp-ts'
import { createTwirpServer, createTwirpServerless, TwirpError as ScriptError } from 'twirpscript'
import { hats, matchRoute, tls } from './hats.js'

const server = new TwirpServer({ service: { MakeHat: async (_ctx: object, size: { inches: number }) => ({ inches: size.inches }) }, packageName: '', serviceName: 'Hats', methodList: ['MakeHat'], matchRoute })
server.use({ requestReceived(ctx) { if (!ctx.req.headers.authorization) throw new TwirpError(TwirpErrorCode.Unauthenticated, 'no') } })
server.use(async (ctx, size, next) => {
  const started = Date.now()
  try { return await next(ctx, size) } finally { console.log(ctx.methodName, Date.now() - started) }
})
`,
    },
    {
      name: 'guards that read what a caller shows, and refuse; and providers that guard nothing',
      code: `
import { CanActivate, ExecutionContext, Module, UseGuards } from '@nestjs/common'
import { APP_GUARD, Reflector } from '@nestjs/core'
import { MessagePattern } from '@nestjs/microservices'
import { verify } from 'jsonwebtoken'
import { screen } from './screen.js'

class Members implements CanActivate {
  constructor(private readonly reflector: Reflector) {}
  canActivate(context: ExecutionContext) {
    if (this.reflector.getAllAndOverride('public', [context.getHandler(), context.getClass()])) return true
    const { token } = context.switchToRpc().getData()
    if (!token) return false
    verify(token, process.env.KEY!, { issuer: 'accounts' })
    return true
  }
}
class Elsewhere implements CanActivate {
  canActivate(context: ExecutionContext) { screen(context.switchToRpc().getData()); return true }
}
class Counting { canActivate() { return true } }
export class Orders {
  @UseGuards(Members) @MessagePattern('orders.list') list() { return [] }
  @UseGuards(Elsewhere) @MessagePattern('orders.all') all() { return [] }
}
@Module({ controllers: [Orders], providers: [Counting, { provide: 'COUNTER', useClass: Counting }, { provide: APP_GUARD, useClass: Members }, { provide: APP_GUARD, useFactory: () => screen }] })
export class OrdersModule {}
`,
    },
    {
      name: 'tokens that are verified at once, by a callback and by a promise',
      code: `
import express from 'express'
import jwt from 'jsonwebtoken'
import { initTRPC } from '@trpc/server'
import { jwtVerify } from 'jose'

express().use((req, res, next) => {
  jwt.verify(req.get('authorization')!, process.env.JWT_SECRET!, (failure, user) => {
    if (failure) return res.status(401).end()
    req.user = user
    next()
  })
})

const t = initTRPC.context<{ token: string }>().create()

export const one = t.procedure.use(async ({ ctx, next }) => {
  await jwtVerify(ctx.token, key)
  return next()
})

export const two = t.procedure.use(({ ctx, next }) => {
  jwt.verify(ctx.token, process.env.JWT_SECRET!)
  return next()
})

export const three = t.procedure.use(({ ctx, next }) => jwtVerify(ctx.token, key).then(() => next()))

export const maybe = t.procedure.use(async ({ ctx, next }) => {
  let user = null
  try {
    user = (await jwtVerify(ctx.token, key)).payload
  } catch (error) {
    console.debug('nobody', error)
  }
  return next({ ctx: { user } })
})
`,
    },
    {
      name: 'interceptors of one service that refuse, may refuse, or are asked for by nobody else',
      code: `
import { Code, ConnectError, createConnectRouter } from '@connectrpc/connect'
import { OrdersService, orders } from './orders.js'
import { other } from './interceptors.js'

const auth = next => request => {
  if (!request.header.has('authorization')) throw new ConnectError('no token', Code.Unauthenticated)
  return next(request)
}
const log = next => async request => { console.log(request.url); return next(request) }
const router = createConnectRouter({ interceptors: [auth] })
router.service(OrdersService, orders, { interceptors: [log, auth] }).service(OrdersService, orders, { interceptors: [other] })
router.service(OrdersService, orders, { interceptors: [] }).service(OrdersService, orders, { readMaxBytes: 10 })
createConnectRouter({ interceptors: [log] }).service(OrdersService, orders, { interceptors: [log] })
`,
    },
    {
      name: 'guards of an application that all of it inherits',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, { inheritAppConfig: true })
`,
    },
    {
      name: 'guards of an application, where it may be inherited',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalGuards(new TokenGuard())
app.connectMicroservice(options, hybrid)
`,
    },
    {
      name: 'an application with pipes alone',
      code: `
import { ValidationPipe } from '@nestjs/common'
import { NestFactory } from '@nestjs/core'
import { AppModule, options, TokenGuard } from './app.js'

const app = await NestFactory.create(AppModule)
app.useGlobalPipes(new ValidationPipe())
app.connectMicroservice(options)
`,
    },
    {
      name: 'a guard on a handler that is not seen, and one that asks',
      code: `
import { UseGuards } from '@nestjs/common'
import { MessagePattern } from '@nestjs/microservices'
import { isStaff, TokenGuard } from './guards.js'

class Staff { canActivate(context) { return isStaff(context) } }
export class Orders {
  @UseGuards(TokenGuard) @MessagePattern('orders.list') list() { return [] }
  @UseGuards(Staff) @MessagePattern('orders.count') count() { return 0 }
}
`,
    },
    {
      name: 'guards that refuse, in the ways people write it',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'

const t = initTRPC.context<{ user?: { role: string } }>().create()
export const one = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})
export const two = one.use(opts => {
  if (opts.ctx.user.role === 'admin') return opts.next()
  throw new TRPCError({ code: 'FORBIDDEN' })
})
`,
    },
    {
      name: 'a guard that leaves it to code that may throw',
      code: `
import { initTRPC } from '@trpc/server'
import { assertMember } from '@acme/auth'

const t = initTRPC.context<{ user?: string }>().create()
export const member = t.procedure.use(async ({ ctx, next }) => {
  await assertMember(ctx.user)
  return next()
})
`,
    },
    {
      name: 'timing, logging and enriching are no guards',
      code: `
import { initTRPC } from '@trpc/server'

const t = initTRPC.context<{ session: { user?: string } | null }>().create()
export const timed = t.procedure.use(async ({ path, next }) => {
  const started = performance.now()
  const result = await next()
  console.log(path, performance.now() - started)
  return result
})
export const withUser = timed.use(({ ctx, next }) => next({ ctx: { user: ctx.session?.user ?? null } }))
`,
    },
    {
      name: 'a callback that compares what native calls fill in',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const Callback = koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')

const allow = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, Flags: 0, NullSession: 1 }
  if (inqCall(context, call) !== 0 || call.NullSession !== 0) return 5
  return 0
}, koffi.pointer(Callback))
export const register = (spec: unknown) => registerIf2(spec, null, null, 0, 1234, 65_536, allow)
`,
    },
    {
      name: 'a guard of a package, or of a caller',
      code: `
import * as grpc from '@grpc/grpc-js'
import { initTRPC } from '@trpc/server'
import { requireUser, requireToken } from '@acme/auth'

const t = initTRPC.create()
export const member = t.procedure.use(requireUser)
export const server = new grpc.Server({ interceptors: [requireToken] })
export const guarded = (guard: never) => t.procedure.use(guard)
`,
    },
    {
      name: 'a builder of another library, which changes itself',
      code: `
import { router } from '@acme/router'

router.use(({ ctx, next }) => {
  if (!ctx.user) console.warn('no user')
  return next()
})
`,
    },
    {
      name: 'somebody looks if the program became its caller',
      code: `${native}
export function asCaller(binding: unknown, work: () => void) {
  const status: number = impersonate(binding)
  if (status !== 0) throw new Error(String(status))
  work()
}
export const begin = (binding: unknown) => impersonate(binding) as number
`,
    },
    {
      name: 'a refusal that is thrown and caught',
      code: `${native}
const registerIf2 = rpcrt4.func('int32 __stdcall RpcServerRegisterIf2(void *spec, void *type, void *epv, uint32 flags, uint32 calls, uint32 size, void *callback)')
const inqCall = rpcrt4.func('int32 __stdcall RpcServerInqCallAttributesW(void *b, void *attributes)')

const allow = koffi.register((_uuid: unknown, context: unknown) => {
  const call = { Version: 2, AuthenticationLevel: 0 }
  try {
    if (inqCall(context, call) !== 0) throw new Error('who is that?')
    return call.AuthenticationLevel >= 5 ? 0 : 5
  } catch { return 5 }
}, koffi.pointer(koffi.proto('int32 __stdcall IfCallback(void *uuid, void *context)')))
export const register = (spec: unknown) => registerIf2(spec, null, null, 8, 1234, 65_536, allow)
`,
    },
    {
      name: 'what a callback of Node throws, which ends the process',
      code: `
import { dlopen } from 'node:ffi'
import { levelOf } from './callers.js'

const { lib, functions } = dlopen('rpcrt4.dll', { RpcServerRegisterIf2: { arguments: [], return: 'i32' } })

const admit = lib.registerCallback({ arguments: ['pointer', 'pointer'], return: 'i32' }, (_uuid: bigint, context: bigint) => {
  if (levelOf(context) < 5) throw new Error('access denied')
  return context === 0n ? 5 : 0
})
export const register = (spec: bigint) => functions.RpcServerRegisterIf2(spec, null, null, 8, 1234, 4096, admit)
`,
    },
    {
      name: 'middleware that says nothing of refusing',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
app.use((req, res, next) => { if (!req.get('x-request-id')) res.setHeader('x-request-id', '1'); next() })
app.use('/trpc', createExpressMiddleware({ router }))
`,
    },
    {
      name: 'a guard before what it protects',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use(known)
app.use('/trpc', createExpressMiddleware({ router }))
`,
    },
    {
      name: 'a guard between two routes',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use('/trpc', createExpressMiddleware({ router }))
app.use(known)
app.get('/private', show)
`,
    },
    {
      name: 'a guard for another path',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use('/trpc', createExpressMiddleware({ router }))
app.use('/private', known)
`,
    },
    {
      name: 'a guard of an application that others get',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use('/trpc', createExpressMiddleware({ router }))
app.use(known)
export { app }
`,
    },
    {
      name: 'a guard of an application that is given away',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use('/trpc', createExpressMiddleware({ router }))
app.use(known)
addRoutes(app)
`,
    },
    {
      name: 'what is told of errors comes last',
      code: `
import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { router } from './router.js'

const app = express()
const failed = (error, req, res, next) => { if (res.headersSent) return next(error); res.status(500).end() }
const known = (req, res, next) => { if (!req.get('x-key')) return res.status(401).end(); next() }
app.use(known)
app.use('/trpc', createExpressMiddleware({ router }))
app.use(failed)
`,
    },
  ],
})
