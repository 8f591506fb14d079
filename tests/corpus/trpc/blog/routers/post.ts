import { TRPCError } from '@trpc/server'
import { addComment, createPost, postId, updatePost } from '../schemas'
import { adminProcedure, protectedProcedure, publicProcedure, router } from '../trpc'

export const postRouter = router({
  byId: publicProcedure.input(postId).query(async ({ ctx, input }) => { // ✓ reading is public
    const post = await ctx.db.post.findFirst({ where: { id: input.id, published: true } })
    if (!post) throw new TRPCError({ code: 'NOT_FOUND' })
    return post
  }),

  create: protectedProcedure.input(createPost).mutation(({ ctx, input }) => // ✓
    ctx.db.post.create({
      data: { title: input.title, body: input.body, authorId: ctx.session.user.id },
    }),
  ),

  update: protectedProcedure.input(updatePost).mutation(({ ctx, input: { id, ...data } }) =>
    ctx.db.post.update({ where: { id, authorId: ctx.session.user.id }, data: { title: data.title } }),
  ),

  comment: protectedProcedure
    .input(addComment) // ✗ require-bounded-input
    .mutation(async ({ ctx, input }) => {
      const post = await ctx.db.post.findFirst({ where: { id: input.postId } })
      return { ok: post !== null, author: ctx.session.user.id }
    }),

  publish: publicProcedure.input(postId).mutation(({ ctx, input }) => // ✗ require-authorized-mutation
    ctx.db.post.update({ where: { id: input.id }, data: { published: true } }),
  ),

  remove: adminProcedure.input(postId).mutation(({ ctx, input }) =>
    ctx.db.post.delete({ where: { id: input.id } }),
  ),
})
