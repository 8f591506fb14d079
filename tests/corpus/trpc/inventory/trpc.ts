import { initTRPC, TRPCError } from '@trpc/server'
import { verifySession, type Session } from '@acme/auth'
import type { Context } from './context'

const t = initTRPC.context<Context>().create()
export const { router, mergeRouters } = t

const withSession = t.middleware(async ({ ctx, next }) => { // ✗ no-ineffective-guard
  try {
    const session = await verifySession(ctx.token ?? '')
    return next({ ctx: { session } as { session: Session | null } })
  } catch {
    return next({ ctx: { session: null as Session | null } })
  }
})

const requireSession = t.middleware(async ({ ctx, next }) => { // ✓ the failure ends the call
  let session: Session
  try {
    session = await verifySession(ctx.token ?? '')
  } catch (cause) {
    throw new TRPCError({ code: 'UNAUTHORIZED', cause })
  }
  return next({ ctx: { session } })
})

export const publicProcedure = t.procedure
export const sessionProcedure = t.procedure.use(withSession)
export const staffProcedure = t.procedure.use(requireSession).use(({ ctx, next }) => { // ✓
  if (ctx.session.user.role === 'admin') return next()
  throw new TRPCError({ code: 'FORBIDDEN' })
})
