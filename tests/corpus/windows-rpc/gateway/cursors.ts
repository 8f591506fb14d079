import { randomUUID } from 'node:crypto'
import { initTRPC, TRPCError } from '@trpc/server'
import koffi from 'koffi'
import { z } from 'zod'

const stubs = koffi.load('cursors_c.dll')
const openCursor = stubs.func('int32 OpenCursor(void *binding, str16 table, _Out_ void **cursor)')
const closeCursor = stubs.func('int32 CloseCursor(_Inout_ void **cursor)')

interface Held {
  owner: string
  cursor: [unknown]
}

const MOST = 50
const cursors = new Map<string, Held>() // ✓ counted, and deleted when closed

const t = initTRPC.context<{ operator: string | null; binding: unknown }>().create()
const operator = t.procedure.use(({ ctx, next }) => {
  if (ctx.operator === null) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { operator: ctx.operator } })
})

export const cursorRouter = t.router({
  open: operator.input(z.object({ table: z.string().max(60) })).mutation(({ ctx, input }) => {
    if (cursors.size >= MOST) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
    const cursor: [unknown] = [null]
    if (openCursor(ctx.binding, input.table, cursor) !== 0) throw new TRPCError({ code: 'NOT_FOUND' })
    const handle = randomUUID() // ✓
    cursors.set(handle, { owner: ctx.operator, cursor })
    return handle
  }),

  close: operator.input(z.object({ handle: z.uuid() })).mutation(({ ctx, input }) => {
    const held = cursors.get(input.handle) // ✓ its owner is compared
    if (held?.owner !== ctx.operator) throw new TRPCError({ code: 'NOT_FOUND' })
    cursors.delete(input.handle)
    return closeCursor(held.cursor) as number
  }),
})
