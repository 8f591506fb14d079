import rule from '../../src/rules/no-unverified-token.js'
import { tester } from './tester.js'

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
      errors: [{ messageId: 'believed', line: 9 }],
    },
    {
      name: 'context with helper',
      code: `
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { decode } from 'jsonwebtoken'
import { db } from './db.js'

const tokenOf = (header: string | undefined) => header?.replace('Bearer ', '') ?? ''
function claims(token: string) { return decode(token) as { sub: string } | null }
export const createContext = async ({ req }: CreateHTTPContextOptions) => {
  async function getUser() {
    const payload = claims(tokenOf(req.headers.authorization))
    return payload && await db.user.findUnique({ where: { id: payload.sub } })
  }
  return { user: await getUser() }
}
`,
      errors: [{ messageId: 'believed', line: 7 }],
    },
    {
      name: 'hand made',
      code: `
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
export const createContext = async ({ req }: CreateHTTPContextOptions) => {
  const token = req.headers.authorization?.split(' ')[1]
  if (!token) return {}
  try {
    const [, body] = token.split('.')
    const payload = JSON.parse(Buffer.from(body!, 'base64url').toString('utf8'))
    const other = JSON.parse(atob(token.split('.')[1]!))
    return { userId: payload.sub, other }
  } catch { return {} }
}
`,
      errors: [{ messageId: 'believed', line: 8 }, { messageId: 'believed', line: 9 }],
    },
    {
      name: 'trpc middleware',
      code: `
import { initTRPC, TRPCError } from '@trpc/server'
import { decodeJwt } from 'jose'
export const createContext = ({ req }: { req: Request }) => ({ token: req.headers.get('authorization') })
const t = initTRPC.context<typeof createContext>().create()
export const authed = t.procedure.use(({ ctx, next }) => {
  if (!ctx.token) throw new TRPCError({ code: 'UNAUTHORIZED' })
  const user = decodeJwt(ctx.token)
  return next({ ctx: { ...ctx, user } })
})
`,
      errors: [{ messageId: 'believed', line: 8 }],
    },
    {
      name: 'express',
      code: `
import express from 'express'
import jwt from 'jsonwebtoken'
const app = express()
app.use((req, res, next) => {
  const token = req.get('authorization')?.split(' ')[1]
  const user = token && jwt.decode(token)
  if (!user) { res.status(401).end(); return }
  req.user = user
  next()
})
`,
      errors: [{ messageId: 'believed', line: 7 }],
    },
    {
      name: 'grpc handler',
      code: `
import * as grpc from '@grpc/grpc-js'
import jwt from 'jsonwebtoken'
const server = new grpc.Server()
server.addService(OrdersService, {
  async cancel(call, callback) {
    const claims = jwt.decode(String(call.metadata.get('authorization')[0]).slice(7)) as { sub: string; role: string }
    if (claims.role !== 'admin') return callback({ code: grpc.status.PERMISSION_DENIED })
    callback(null, {})
  },
})
`,
      errors: [{ messageId: 'believed', line: 7 }],
    },
    {
      name: 'grpc interceptor',
      code: `
import * as grpc from '@grpc/grpc-js'
import jwt from 'jsonwebtoken'
export const authenticate: grpc.ServerInterceptor = (_method, call) => new grpc.ServerInterceptingCall(call, {
  start: next => next({
    onReceiveMetadata(metadata, proceed) {
      const claims = jwt.decode(String(metadata.get('authorization')[0]).slice(7), { complete: true })
      if (claims?.payload.role !== 'admin') { call.sendStatus({ code: grpc.status.UNAUTHENTICATED }); return }
      proceed(metadata)
    },
  }),
})
export const server = new grpc.Server({ interceptors: [authenticate] })
`,
      errors: [{ messageId: 'believed', line: 7 }],
    },
  ],
  valid: [
    `import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
export async function createContext({ req }: CreateExpressContextOptions) {
  const token = req.headers.authorization!
  const { header } = jwt.decode(token, { complete: true })!
  const key = await keyOf(header.kid)
  const payload = jwt.decode(token) as JwtPayload
  jwt.verify(token, key)
  return { user: payload.sub }
}`,
    `import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import jwt, { type JwtPayload } from 'jsonwebtoken'
import { isValid } from './auth.js'
export async function createContext({ req }: CreateExpressContextOptions) {
  const token = req.headers.authorization!
  if (!await isValid(token)) return {}
  const payload = jwt.decode(token) as JwtPayload
  return { user: payload.sub }
}`,
  ],
})
