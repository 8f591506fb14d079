import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'

const t = initTRPC.context<{ session: Session | null }>().create()

export const router = t.router
export const operator = t.procedure.use(({ ctx, next }) => {
  if (ctx.session?.user.role !== 'admin') throw new TRPCError({ code: 'FORBIDDEN' })
  return next({ ctx: { session: ctx.session } })
})
