import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'
import { db, type Database } from '@acme/db'

interface Context {
  db: Database
  session: Session | null
}

export const createInnerContext = (session: Session | null): Context => ({ db, session })

const t = initTRPC.context<Context>().create()

const loggedIn = t.middleware(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})

export const router = t.router
export const customerProcedure = t.procedure
customerProcedure.use(loggedIn) // ✗ no-ineffective-guard

export const accountantProcedure = t.procedure.use(loggedIn).use(({ ctx, next }) => { // ✓
  const user = ctx.session?.user
  if (user?.role !== 'admin') {
    throw new TRPCError({ code: 'FORBIDDEN' })
  }
  return next({ ctx: { accountant: user } })
})
