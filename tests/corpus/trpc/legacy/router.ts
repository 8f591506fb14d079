import { db } from '@acme/db'
import { z } from 'zod'
import { protectedProcedure, publicProcedure, router, tenantProcedure } from './trpc'

export const legacyRouter = router({
  list: publicProcedure.query(() => db.post.findMany({ where: { published: true }, take: 20 })),
  hide: publicProcedure.input(z.object({ id: z.uuid() })).mutation(({ input }) => // ✗ require-authorized-mutation
    db.post.update({ where: { id: input.id }, data: { published: false } }),
  ),
  show: protectedProcedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) =>
    db.post.update({ where: { id: input.id, authorId: ctx.session.user.id }, data: { published: true } }),
  ),
  members: tenantProcedure.input(z.object({ orgId: z.uuid() })).query(({ ctx, input }) =>
    db.user.findMany({ where: { orgId: input.orgId, id: ctx.session.user.id }, take: 50 }),
  ),
})
