import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'

export interface Context {
  session: Session | null
  audit(event: string, data?: Record<string, unknown>): void
}

const t = initTRPC.context<Context>().create()

const isAuthed = t.middleware(({ ctx, next, path }) => { // ✗ no-ineffective-guard
  if (!ctx.session) {
    console.log('no session', path)
  }
  return next()
})

const isOwner = t.middleware(async ({ ctx, next }) => { // ✓ refuses
  if (ctx.session === null) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { session: ctx.session } })
})

const auditTrail = t.middleware(async ({ ctx, next, path }) => { // ✓ an audit trail, not a guard
  const result = await next()
  ctx.audit(path, { user: ctx.session?.user.id ?? 'anonymous', ok: result.ok })
  return result
})

export const router = t.router
export const memberProcedure = t.procedure.use(auditTrail).use(isAuthed)
export const ownerProcedure = t.procedure.use(auditTrail).use(isOwner)
