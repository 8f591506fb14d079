import { TRPCError } from '@trpc/server'
import { db } from '@acme/db'
import { z } from 'zod'
import { statements } from './trpc'

const month = z.object({ month: z.iso.date() })
const { procedure, router } = statements

export const statementRouter = router({
  byMonth: procedure.input(month).query(async ({ ctx, input }) => {
    try {
      return await db.job.findMany({ where: { ownerId: ctx.session.user.id, status: input.month }, take: 31 })
    } catch (err) {
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: (err as Error).stack }) // ✗ no-error-detail-leak
    }
  }),

  total: procedure.input(month).query(async ({ ctx }) => {
    try {
      return { total: await db.job.count({ where: { ownerId: ctx.session.user.id } }) }
    } catch (cause) {
      console.error('statement', cause)
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message: 'No statement today', cause }) // ✓ the cause stays here
    }
  }),

  send: procedure.input(month).mutation(async ({ ctx, input }) => {
    const result = { ok: true, detail: '' }
    try {
      await db.job.create({ data: { ownerId: ctx.session.user.id, status: `mail ${input.month}` } })
    } catch (err) {
      return { ok: false, detail: String((err as Error).stack) } // ✗ no-error-detail-leak
    }
    return result
  }),
})
