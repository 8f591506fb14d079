import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'

const t = initTRPC.context<{ session: Session | null }>().create()

export const router = t.router
export const authed = t.procedure.use(async function isAuthed(opts) { // ✓
  const { session } = opts.ctx
  if (!session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return opts.next({ ctx: { session } })
})
