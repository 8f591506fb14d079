import { initTRPC } from '@trpc/server'
import { EventEmitter, on } from 'node:events'
import { z } from 'zod'
import type { Context } from './context'

const t = initTRPC.context<Context>().create()
const bus = new EventEmitter()

const message = z.object({
  room: z.uuid(),
  text: z.string().min(1).max(2_000),
})

export const chatRouter = t.router({
  say: t.procedure.input(message).mutation(({ input, ctx }) => { // ✓ the HTTP context refuses strangers
    bus.emit(input.room, { from: ctx.user?.id, text: input.text })
    return { sent: true }
  }),
  listen: t.procedure.input(message.pick({ room: true })).subscription(async function* ({ input, signal }) {
    for await (const [event] of on(bus, input.room, { signal })) yield event as { from: string; text: string }
  }),
})
