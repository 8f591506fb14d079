import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import { getSession, type SessionUser } from '@acme/auth'

const GUEST: SessionUser = { id: 'anonymous', email: '', role: 'member', orgId: '' }

export async function createContext({ req }: CreateExpressContextOptions) {
  const session = await getSession(req.headers)
  return {
    user: session?.user ?? GUEST, // ✗ no-null-session by its declared type
    theme: req.get('x-theme') ?? 'light', // ✓ a matter of taste
  }
}

const t = initTRPC.context<typeof createContext>().create()
export const router = t.router

export const shopperProcedure = t.procedure.use(({ ctx, next, path }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  console.log(`${ctx.user.email || 'anonymous'} calls ${path}`) // ✓ for the log
  return next({ ctx })
})
