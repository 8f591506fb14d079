import { initTRPC, TRPCError } from '@trpc/server'
import type { Context } from './context'

const t = initTRPC.context<Context>().create()

const enforceUser = t.middleware(({ ctx, next }) => { // ✓ throws for anonymous callers
  if (!ctx.session?.user) {
    throw new TRPCError({ code: 'UNAUTHORIZED' })
  }
  return next({ ctx: { session: ctx.session } })
})

const enforceAdmin = enforceUser.unstable_pipe(({ ctx, next }) => { // ✓
  if (ctx.session.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' })
  return next()
})

export const router = t.router
export const publicProcedure = t.procedure
export const protectedProcedure = t.procedure.use(enforceUser)
export const adminProcedure = t.procedure.use(enforceAdmin)
