import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { getSession } from '@acme/auth'

export const createContext = async ({ req }: CreateHTTPContextOptions) => ({
  session: await getSession(req.headers),
})

const t = initTRPC.context<typeof createContext>().create()

export const router = t.router
export const userProcedure = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { userId: ctx.session.user.id } })
})
