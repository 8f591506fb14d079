import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { router, userProcedure } from './trpc'

const drafts = new Map<string, string>()
const colours = new Map<string, string>([['ok', 'green'], ['down', 'red']])

export const draftRouter = router({
  save: userProcedure.input(z.object({ text: z.string().max(4_000) })).mutation(({ ctx, input }) => {
    const id = `${ctx.userId}-${Date.now().toString(36)}` // ✗ no-guessable-handle
    if (drafts.size >= 1_000) drafts.delete(drafts.keys().next().value!)
    drafts.set(id, input.text)
    return id
  }),

  load: userProcedure.input(z.object({ id: z.string().max(80) })).query(({ input }) => {
    const draft = drafts.get(input.id) // ✗ require-handle-owner
    if (draft === undefined) throw new TRPCError({ code: 'NOT_FOUND' })
    return draft
  }),

  badge: userProcedure.input(z.object({ state: z.string().max(10) })).query(({ input }) =>
    colours.get(input.state) ?? 'grey', // ✓ a table of constants
  ),
})
