import { EventEmitter, on } from 'node:events'
import { tracked } from '@trpc/server'
import { z } from 'zod'
import { online, router } from './trpc'

const bus = new EventEmitter()
const lastSeen = new Map<string, number>() // ✗ require-bounded-state
const typing = new Map<string, Set<string>>()

export const typingRouter = router({
  start: online.input(z.object({ room: z.uuid(), client: z.string().max(80) })).mutation(({ ctx, input }) => {
    lastSeen.set(`${input.room}/${input.client}`, Date.now())
    const people = typing.get(input.room) ?? new Set()
    people.add(ctx.userId)
    typing.set(input.room, people) // ✓ taken out again below
    bus.emit('typing', input.room)
  }),

  stop: online.input(z.object({ room: z.uuid() })).mutation(({ ctx, input }) => {
    const people = typing.get(input.room)
    people?.delete(ctx.userId)
    if (people?.size === 0) typing.delete(input.room)
  }),

  watch: online.input(z.object({ room: z.uuid() })).subscription(async function* ({ input, signal }) {
    for await (const [room] of on(bus, 'typing', { signal })) {
      if (room === input.room) yield tracked(String(Date.now()), { people: typing.get(room)?.size ?? 0 })
    }
  }),
})
