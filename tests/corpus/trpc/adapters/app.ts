import { initTRPC, TRPCError } from '@trpc/server'
import { getSession, type Session } from '@acme/auth'
import { db } from '@acme/db'

const t = initTRPC.context<{ session: Session | null }>().create()

const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { userId: ctx.session.user.id } })
})

export const appRouter = t.router({
  mine: member.query(({ ctx }) => db.post.findMany({ where: { authorId: ctx.userId }, take: 50 })),
})

export async function createContext(opts: { req: { headers: Headers | Record<string, string | string[] | undefined> } }) {
  return { session: await getSession(opts.req.headers) }
}
