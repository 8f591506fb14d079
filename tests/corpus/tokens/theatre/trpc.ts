import { initTRPC, TRPCError } from '@trpc/server'
import { decodeJwt, jwtVerify, createRemoteJWKSet } from 'jose'
import type { Context } from './context.js'

const t = initTRPC.context<Context>().create()
const keys = createRemoteJWKSet(new URL('https://id.theatre.example/keys'))

const isUser = t.middleware(({ ctx, next }) => {
  if (!ctx.token) throw new TRPCError({ code: 'UNAUTHORIZED' })
  const claims = decodeJwt<{ role: string }>(ctx.token) // ✗ no-unverified-token by its declared type
  return next({ ctx: { user: { id: claims.sub!, role: claims.role } } })
})

const isStaff = t.middleware(async ({ ctx, next }) => {
  if (!ctx.token) throw new TRPCError({ code: 'UNAUTHORIZED' })
  const { payload } = await jwtVerify(ctx.token, keys, { audience: 'theatre' })
  const said = decodeJwt(ctx.token) // ✓ it was verified before
  if (payload.role !== 'staff') throw new TRPCError({ code: 'FORBIDDEN' })
  return next({ ctx: { user: { id: said.sub! } } })
})

export const userProcedure = t.procedure.use(isUser)
export const staffProcedure = t.procedure.use(isStaff)
export const { router } = t
