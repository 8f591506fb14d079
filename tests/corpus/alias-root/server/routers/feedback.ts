import { createTRPCRouter, protectedProcedure, publicProcedure } from '@/server/trpc'
import { feedbackInput, listInput, statusInput } from '@/server/schemas'

export const feedbackRouter = createTRPCRouter({
  list: publicProcedure.input(listInput).query(({ ctx, input }) =>
    ctx.db.post.findMany({ where: { published: true }, take: input.limit }), // ✓ at most a hundred
  ),

  send: protectedProcedure
    .input(feedbackInput) // ✗ require-bounded-input
    .mutation(({ ctx, input }) =>
      ctx.db.post.create({ data: { title: input.subject, body: input.message, authorId: ctx.session.user.id } }),
    ),

  setStatus: publicProcedure.input(statusInput).mutation(({ ctx, input }) => // ✗ require-authorized-mutation
    ctx.db.post.update({ where: { id: input.id }, data: { published: input.status === 'shown' } }),
  ),
})
