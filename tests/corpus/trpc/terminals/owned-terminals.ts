import { randomUUID } from 'node:crypto'
import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { router, userProcedure } from './trpc'

interface Terminal {
  ownerId: string
  cols: number
  lines: string[]
}

const MAX_OPEN = 200
const terminals = new Map<string, Terminal>() // ✓ counted when opened, deleted when closed
let opened = 0

function own(id: string, userId: string) {
  const terminal = terminals.get(id)
  if (!terminal || terminal.ownerId !== userId) throw new TRPCError({ code: 'NOT_FOUND' })
  return terminal
}

export const ownedRouter = router({
  open: userProcedure.input(z.object({ cols: z.int().min(20).max(400) })).mutation(({ ctx, input }) => {
    if (terminals.size >= MAX_OPEN) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
    const id = randomUUID() // ✓
    terminals.set(id, { ownerId: ctx.userId, cols: input.cols, lines: [] })
    opened += 1 // ✓ a statistic
    return { id, opened }
  }),

  write: userProcedure.input(z.object({ id: z.uuid(), text: z.string().max(1_000) })).mutation(({ ctx, input }) => {
    const terminal = own(input.id, ctx.userId) // ✓
    terminal.lines = [...terminal.lines.slice(-999), input.text]
    return terminal.lines.length
  }),

  close: userProcedure.input(z.object({ id: z.uuid() })).mutation(({ ctx, input }) => {
    const terminal = terminals.get(input.id) // ✓ compared below
    if (terminal?.ownerId !== ctx.userId) throw new TRPCError({ code: 'FORBIDDEN' })
    terminals.delete(input.id)
  }),
})
