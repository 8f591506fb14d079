import rule from '../../src/rules/no-unverified-token.js'
import { tester } from './tester.js'

const jsonwebtoken = { remedy: 'Use `verify()`, with the key of whoever signs them' }
const jose = { remedy: 'Use `jwtVerify()`, with the keys of whoever signs them' }
const any = { remedy: 'Verify it, with a library that has a `verify()` and the key of whoever signs them' }

tester.run('no-unverified-token', rule, {
  invalid: [
    {
      name: 'the context of a call',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt, { type JwtPayload } from 'jsonwebtoken'

export async function createContext({ req }: CreateExpressContextOptions) {
  const header = req.headers.authorization
  const token = header?.startsWith('Bearer ') ? header.slice(7) : undefined
  if (!token) return { user: null }
  const payload = jwt.decode(token) as JwtPayload | null
  return { user: payload ? { id: payload.sub, role: payload.role } : null }
}
`,
      errors: [{ messageId: 'believed', data: jsonwebtoken, line: 9, column: 19, endLine: 9, endColumn: 36, suggestions: undefined }],
    },
    {
      name: 'somebody who is looked up by it, through functions of the file',
      code: `
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { decode } from 'jsonwebtoken'
import { db } from './db.js'
import { router } from './router.js'

const tokenOf = (header: string | undefined) => header?.replace('Bearer ', '') ?? ''
const claims = (token: string) => decode(token) as { sub: string } | null

createHTTPServer({
  router,
  async createContext({ req }) {
    const userOf = async () => {
      const payload = claims(tokenOf(req.headers.authorization))
      return payload && await db.user.findUnique({ where: { id: payload.sub } })
    }
    return { user: await userOf() }
  },
})
`,
      errors: [{ messageId: 'believed', data: jsonwebtoken, line: 8, column: 35, endLine: 8, endColumn: 48, suggestions: undefined }],
    },
    {
      name: 'by hand, in two ways',
      code: `
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'

export const createContext = ({ req }: CreateHTTPContextOptions) => {
  const token = req.headers.authorization?.split(' ')[1]
  if (!token) return {}
  const [, body] = token.split('.')
  const payload = JSON.parse(Buffer.from(body!, 'base64url').toString('utf8'))
  const other = JSON.parse(atob(token.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/')))
  return { userId: payload.sub, other }
}
`,
      errors: [
        { messageId: 'believed', data: any, line: 8, column: 19, endLine: 8, endColumn: 79, suggestions: undefined },
        { messageId: 'believed', data: any, line: 9, column: 17, endLine: 9, endColumn: 93, suggestions: undefined },
      ],
    },
    {
      name: 'a cookie, or what an address says',
      code: `
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { parse } from 'cookie'
import { decodeJwt } from 'jose'

export const createContext = ({ req }: CreateHTTPContextOptions) => {
  const { session } = parse(req.headers.cookie ?? '')
  return { user: session ? decodeJwt(session).sub : null }
}

export const createOther = ({ req }: CreateHTTPContextOptions) => {
  const cookies = Object.fromEntries((req.headers.cookie ?? '').split('; ').map(one => one.split('=')))
  const token = new URL(req.url!, 'http://localhost').searchParams.get('token')
  return { user: decodeJwt(cookies.session).sub, other: decodeJwt(token!).sub }
}
`,
      errors: [
        { messageId: 'believed', data: jose, line: 8, column: 28, endLine: 8, endColumn: 46, suggestions: undefined },
        { messageId: 'believed', data: jose, line: 14, column: 18, endLine: 14, endColumn: 44, suggestions: undefined },
        { messageId: 'believed', data: jose, line: 14, column: 57, endLine: 14, endColumn: 74, suggestions: undefined },
      ],
    },
    {
      name: 'what middleware hands on',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { decodeJwt, UnsecuredJWT } from 'jose'

const createContext = ({ req }: { req: Request }) => ({ token: req.headers.get('authorization') })
const t = initTRPC.context<typeof createContext>().create()

export const authed = t.procedure.use(({ ctx, next }) => {
  if (!ctx.token) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { ...ctx, user: decodeJwt(ctx.token) } })
})

export const admins = t.procedure.use(({ ctx, next }) => {
  const { payload } = UnsecuredJWT.decode(ctx.token ?? '')
  if (payload.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})
`,
      errors: [
        { messageId: 'believed', data: jose, line: 10, column: 38, endLine: 10, endColumn: 58, suggestions: undefined },
        { messageId: 'believed', data: jose, line: 14, column: 23, endLine: 14, endColumn: 59, suggestions: undefined },
      ],
    },
    {
      name: 'what middleware writes on a request',
      code: `
import express from 'express'
import jwt from 'jsonwebtoken'
import { jwtDecode } from 'jwt-decode'

const app = express()
app.use((req, res, next) => {
  const token = req.get('authorization')?.split(' ')[1]
  const user = token && jwt.decode(token)
  if (!user) { res.status(401).end(); return }
  req.user = user
  next()
})
app.use((req, res, next) => {
  res.locals.role = jwtDecode(req.cookies.token).role
  next()
})
`,
      errors: [
        { messageId: 'believed', data: jsonwebtoken, line: 9, column: 25, endLine: 9, endColumn: 42, suggestions: undefined },
        { messageId: 'believed', data: any, line: 15, column: 21, endLine: 15, endColumn: 49, suggestions: undefined },
      ],
    },
    {
      name: 'a procedure that decides by it, and an interceptor',
      code: `
import * as grpc from '@grpc/grpc-js'
import jwt from 'jsonwebtoken'
import { OrdersService } from './gen.js'

const ADMINS = new Set(['ada'])
const tokenOf = (metadata: grpc.Metadata) => String(metadata.get('authorization')[0]).slice(7)

new grpc.Server().addService(OrdersService, {
  cancel(call, callback) {
    const claims = jwt.decode(tokenOf(call.metadata)) as { sub: string }
    if (!ADMINS.has(claims.sub)) return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
})

const authenticate: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, {
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      const token = jwt.decode(tokenOf(metadata), { complete: true })
      if (token?.payload.role !== 'admin') { call.sendStatus({ code: grpc.status.UNAUTHENTICATED }); return }
      proceed(metadata)
    },
  }),
})
export const server = new grpc.Server({ interceptors: [authenticate] })
`,
      errors: [
        { messageId: 'believed', data: jsonwebtoken, line: 11, column: 20, endLine: 11, endColumn: 54, suggestions: undefined },
        { messageId: 'believed', data: jsonwebtoken, line: 20, column: 21, endLine: 20, endColumn: 70, suggestions: undefined },
      ],
    },
    {
      name: 'a token that did not pass, of which somebody is told',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt from 'jsonwebtoken'

export function createContext({ req }: CreateExpressContextOptions) {
  const token = req.headers.authorization!
  try {
    jwt.verify(token, process.env.JWT_SECRET!)
  } catch (error) {
    console.warn(error)
  }
  return { user: jwt.decode(token) }
}
`,
      errors: [{ messageId: 'believed', data: jsonwebtoken, line: 12, column: 18, endLine: 12, endColumn: 35, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'a key that is looked up by the header, and what was verified',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import { keyOf } from './keys.js'

export async function createContext({ req }: CreateExpressContextOptions) {
  const token = req.headers.authorization!
  const { header } = jwt.decode(token, { complete: true })!
  const key = await keyOf(header.kid)
  const payload = jwt.decode(token) as JwtPayload
  jwt.verify(token, key)
  return { user: payload.sub }
}

export function createOther({ req }: CreateExpressContextOptions) {
  const payload = jwt.decode(req.headers.authorization!) as JwtPayload
  let valid = true
  try { jwt.verify(req.headers.authorization!, process.env.JWT_SECRET!) } catch { valid = false }
  return { user: valid ? payload.sub : undefined }
}
`,
    },
    {
      name: 'code that is not seen, and was given the token or all that holds it',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import { decodeJwt } from 'jose'
import { createVerify } from 'node:crypto'
import { isValid, sessions } from './auth.js'

export async function one({ req }: CreateExpressContextOptions) {
  if (!await isValid(req.headers.authorization)) return {}
  return { user: decodeJwt(req.headers.authorization!).sub }
}
export async function two({ req }: CreateExpressContextOptions) {
  await sessions.of(req)
  return { user: decodeJwt(req.headers.authorization!).sub }
}
export async function three({ req }: CreateExpressContextOptions) {
  const token = req.headers.authorization!
  const answer = await fetch('https://id.acme.example/introspect', { method: 'POST', body: new URLSearchParams({ token }) })
  return { user: answer.ok ? decodeJwt(token).sub : undefined }
}
export async function four({ req }: CreateExpressContextOptions) {
  const [head, body, signature] = req.headers.authorization!.split('.')
  if (!createVerify('RSA-SHA256').update(\`\${head}.\${body}\`).verify(process.env.KEY!, signature!, 'base64url')) return {}
  return { user: JSON.parse(atob(body!)).sub }
}
`,
    },
    {
      name: 'its age, who issued it, and what is only told of',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import { log } from './log.js'

export function createContext({ req }: CreateExpressContextOptions) {
  const claims = jwt.decode(req.headers.authorization!) as JwtPayload
  if (claims.iss !== 'accounts' || claims.exp! * 1000 < Date.now()) throw new Error('stale')
  log.info({ user: claims.sub })
  return { until: claims.exp, log: log.child({ user: claims.sub }) }
}
`,
    },
    {
      name: 'a limit for each caller, before anybody asks who that is',
      code: `
import express from 'express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import { limiter } from './limits.js'

express().use(async (req, res, next) => {
  const claims = jwt.decode(req.get('authorization')!) as JwtPayload
  await limiter.consume(claims.sub)
  next()
})
`,
    },
    {
      name: 'middleware after what verifies: a context, other middleware',
      code: `
import { initTRPC } from '@trpc/server'
import { decodeJwt, jwtVerify } from 'jose'
import { key } from './keys.js'
import type { Unseen } from './unseen.js'

const createContext = async ({ req }: { req: Request }) => {
  const token = req.headers.get('authorization')!
  await jwtVerify(token, key)
  return { token }
}
const t = initTRPC.context<typeof createContext>().create()
export const authed = t.procedure.use(({ ctx, next }) => next({ ctx: { user: decodeJwt(ctx.token) } }))

const u = initTRPC.context<Unseen>().create()
export const other = u.procedure.use(({ ctx, next }) => next({ ctx: { user: decodeJwt(ctx.token) } }))

const plain = ({ req }: { req: Request }) => ({ token: req.headers.get('authorization')! })
const v = initTRPC.context<typeof plain>().create()
export const third = v.procedure
  .use(async ({ ctx, next }) => { await jwtVerify(ctx.token, key); return next() })
  .use(({ ctx, next }) => next({ ctx: { user: decodeJwt(ctx.token) } }))
`,
    },
    {
      name: 'a token that a provider gave, and one that a client keeps',
      code: `
import { initTRPC } from '@trpc/server'
import { decodeJwt } from 'jose'
import { jwtDecode } from 'jwt-decode'
import { provider, users } from './services.js'

const t = initTRPC.create()
export const router = t.router({
  signIn: t.procedure.mutation(async ({ input }) => {
    const { id_token } = await provider.exchange(input)
    return await users.open(decodeJwt(id_token).sub!)
  }),
})
export const mine = () => jwtDecode<{ name: string }>(localStorage.getItem('token')!).name
`,
    },
    {
      name: 'a procedure that something stands before',
      code: `
import * as grpc from '@grpc/grpc-js'
import jwt from 'jsonwebtoken'
import { authenticate } from '@acme/auth'
import { OrdersService } from './gen.js'

new grpc.Server({ interceptors: [authenticate] }).addService(OrdersService, {
  cancel(call, callback) {
    const claims = jwt.decode(String(call.metadata.get('authorization')[0])) as { role: string }
    if (claims.role !== 'admin') return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
})
`,
    },
    {
      name: 'another text with dots, and another decode',
      code: `
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import { decode } from './codec.js'

export function createContext({ req }: CreateExpressContextOptions) {
  return { version: JSON.parse(req.headers.accept!.split('.')[2]!), locale: decode(req.headers['accept-language']!) }
}
`,
    },
  ],
})
