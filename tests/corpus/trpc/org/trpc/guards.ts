import { TRPCError } from '@trpc/server'
import type { SessionUser } from '@acme/auth'
import { t } from './init'

type Role = SessionUser['role']

// Every caller has a session object or null from here on.
export const withUser = t.middleware(({ ctx, next }) => { // ✓ adds, the next one refuses
  const user = ctx.session?.user ?? null
  return next({ ctx: { user } })
})

export const hasRole = (...roles: Role[]) =>
  withUser.unstable_pipe(({ ctx, next }) => { // ✓
    if (!ctx.user || !roles.includes(ctx.user.role)) {
      throw new TRPCError({ code: 'FORBIDDEN' })
    }
    return next({ ctx: { user: ctx.user } })
  })

export const sameOrg = (orgIdOf: (ctx: { session: { user: SessionUser } | null }) => string | undefined) =>
  t.middleware(async ({ ctx, next }) => { // ✗ no-ineffective-guard
    const orgId = orgIdOf(ctx)
    if (orgId === undefined || orgId !== ctx.session?.user.orgId) {
      new TRPCError({ code: 'FORBIDDEN' })
    }
    return next()
  })
