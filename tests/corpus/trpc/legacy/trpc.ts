import { initTRPC, TRPCError } from 'trpc-server-10'
import type { CreateHTTPContextOptions } from 'trpc-server-10/adapters/standalone'
import { getSession } from '@acme/auth'

export async function createContext({ req }: CreateHTTPContextOptions) {
  return { session: await getSession(req.headers) }
}

const t = initTRPC.context<typeof createContext>().create()

const isAuthed = t.middleware(({ ctx, next }) => { // ✓
  if (!ctx.session) {
    throw new TRPCError({ code: 'UNAUTHORIZED' })
  }
  return next({ ctx: { session: ctx.session } })
})

const tenantFromInput = t.middleware(({ ctx, rawInput, next }) => {
  const { orgId } = rawInput as { orgId: string } // ✗ require-argument-validation
  return next({ ctx: { orgId } })
})

export const router = t.router
export const publicProcedure = t.procedure
export const protectedProcedure = t.procedure.use(isAuthed)
export const tenantProcedure = protectedProcedure.use(tenantFromInput)
