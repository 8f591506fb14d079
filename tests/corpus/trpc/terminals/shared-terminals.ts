import { TRPCError } from '@trpc/server'
import { z } from 'zod'
import { router, userProcedure } from './trpc'

interface Terminal {
  cols: number
  lines: string[]
}

const terminals = new Map<string, Terminal>()
let last = 0

const line = z.object({ id: z.string().max(20), text: z.string().max(1_000) })

export const terminalRouter = router({
  open: userProcedure.input(z.object({ cols: z.int().min(20).max(400) })).mutation(({ input }) => {
    if (terminals.size >= 200) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
    const id = String(++last) // ✗ no-guessable-handle
    terminals.set(id, { cols: input.cols, lines: [] })
    return { id }
  }),

  write: userProcedure.input(line).mutation(({ input }) => {
    const terminal = terminals.get(input.id) // ✗ require-handle-owner
    if (!terminal) throw new TRPCError({ code: 'NOT_FOUND' })
    terminal.lines = [...terminal.lines.slice(-999), input.text]
    return terminal.lines.length
  }),

  close: userProcedure.input(line.pick({ id: true })).mutation(({ input }) => {
    return { closed: terminals.delete(input.id) } // ✗ require-handle-owner
  }),
})
