import { observable } from '@trpc/server/observable'
import { z } from 'zod'
import { online, router } from './trpc'

interface Cursor {
  x: number
  y: number
}

type Listener = (cursor: Cursor) => void

const listeners = new Map<string, Listener>() // ✓ emptied when the subscription ends
const history: Cursor[] = [] // ✗ require-bounded-state
const recent: Cursor[] = []

const position = z.object({ x: z.number().min(0).max(1), y: z.number().min(0).max(1) })

export const cursorRouter = router({
  move: online.input(position).mutation(({ ctx, input }) => {
    history.push(input)
    recent.push(input)
    if (recent.length > 100) recent.shift() // ✓ the last hundred
    listeners.get(ctx.userId)?.(input)
  }),

  follow: online.subscription(({ ctx }) =>
    observable<Cursor>((emit) => {
      listeners.set(ctx.userId, (cursor) => emit.next(cursor))
      return () => {
        listeners.delete(ctx.userId)
      }
    }),
  ),

  replay: online.query(() => recent),
})
