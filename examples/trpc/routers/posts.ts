import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { protectedProcedure, publicProcedure, router } from '../trpc.js'

interface Post {
  id: string
  author: string
  text: string
}

const posts: Post[] = []

export const postsRouter = router({
  latest: publicProcedure
    .input(z.object({ count: z.number().int().min(1).max(100) }))
    .query(({ input }) => posts.slice(-input.count)),

  search: publicProcedure
    .input(z.object({ words: z.string() }))
    .query(({ input }) => posts.filter((post) => new RegExp(input.words).test(post.text))),

  create: protectedProcedure
    .input(z.object({ text: z.string().min(1).max(2_000) }))
    .mutation(({ ctx, input }) => {
      const post = { id: crypto.randomUUID(), author: ctx.user.id, text: input.text }
      posts.push(post)
      return post
    }),

  import: protectedProcedure.input(z.any()).mutation(({ input }) => {
    for (const post of input as Post[]) posts.push(post)
    return posts.length
  }),

  remove: publicProcedure.input(z.object({ id: z.uuid() })).mutation(({ input }) => {
    const index = posts.findIndex((post) => post.id === input.id)
    if (index < 0) throw new TRPCError({ code: 'NOT_FOUND' })
    posts.splice(index, 1)
  }),
})
