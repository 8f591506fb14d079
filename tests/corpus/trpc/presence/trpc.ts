import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'

export interface Context {
  session: Session | null
}

const t = initTRPC.context<Context>().create({
  sse: { maxDurationMs: 5 * 60_000, ping: { enabled: true, intervalMs: 15_000 } },
})

export const router = t.router
export const online = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { userId: ctx.session.user.id } })
})
