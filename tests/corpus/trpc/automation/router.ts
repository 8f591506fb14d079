import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'
import { z } from 'zod'
import { actions, registry } from './actions'

const t = initTRPC.context<{ session: Session | null }>().create()
const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})

const call = z.object({
  name: z.string().max(40),
  args: z.object({ name: z.string().max(80), text: z.string().max(400) }).partial(),
})

export const automationRouter = t.router({
  run: member.input(call).mutation(({ input }) => actions[input.name](input.args)), // ✗ no-dynamic-dispatch

  runOwn: member.input(call).mutation(({ input }) => {
    if (!Object.hasOwn(actions, input.name)) {
      throw new TRPCError({ code: 'NOT_FOUND' })
    }
    return actions[input.name](input.args) // ✓ an action of our own
  }),

  runListed: member
    .input(call.extend({ name: z.enum(['greet', 'ping']) }))
    .mutation(({ input }) => actions[input.name](input.args)), // ✓ one of two names

  runMapped: member.input(call).mutation(async ({ input }) => {
    const action = registry.get(input.name) // ✓ a Map has no prototype to reach
    if (!action) throw new TRPCError({ code: 'NOT_FOUND' })
    return action(input.args)
  }),

  runOptional: member.input(call).mutation(async ({ input: { name, args } }) => {
    const answer = await actions[name]?.(args) // ✗ no-dynamic-dispatch
    return answer ?? null
  }),
})
