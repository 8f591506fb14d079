import { initTRPC, TRPCError } from '@trpc/server'
import { randomBytes } from 'node:crypto'
import type { Session } from '@acme/auth'
import { z } from 'zod'

const t = initTRPC.context<{ session: Session | null }>().create()

const uploader = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})

const MAX_CHUNK = 1 << 20

export const mediaRouter = t.router({
  reserve: uploader.input(z.object({ bytes: z.number().int().positive() })).mutation(({ input }) => {
    const slot = Buffer.alloc(input.bytes) // ✗ no-peer-sized-allocation
    return { capacity: slot.byteLength }
  }),

  chunk: uploader.input(z.object({ bytes: z.int().min(1).max(MAX_CHUNK) })).mutation(({ input }) => {
    const slot = Buffer.alloc(input.bytes) // ✓ at most a megabyte
    return { capacity: slot.byteLength }
  }),

  placeholder: uploader.input(z.object({ width: z.number(), height: z.number() })).query(({ input }) => {
    const rows = Array.from({ length: input.height }, () => '.'.repeat(8)) // ✗ no-peer-sized-allocation
    return rows.join('\n').slice(0, 1024)
  }),

  thumbs: uploader.input(z.object({ count: z.number() })).query(({ input }) => {
    const count = Math.min(input.count, 24)
    return Array.from({ length: count }, (_, n) => `/thumbs/${n}.webp`) // ✓ clamped
  }),

  codes: uploader.input(z.object({ count: z.number().int() })).mutation(({ input }) => {
    if (input.count > 50) throw new TRPCError({ code: 'BAD_REQUEST' })
    const codes: string[] = []
    for (let n = 0; n < input.count; n++) codes.push(randomBytes(8).toString('hex')) // ✓ checked above
    return codes
  }),

  banner: uploader.input(z.object({ text: z.string().max(80), times: z.number() })).query(({ input }) =>
    input.text.repeat(input.times), // ✗ no-peer-sized-allocation
  ),
})
