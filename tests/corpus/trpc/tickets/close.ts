import { TRPCError } from '@trpc/server'
import { db } from '@acme/db'
import { z } from 'zod'
import { NotYours, release } from './lock'
import { customer, router } from './trpc'

const ticket = z.object({ id: z.uuid() })

export const ticketRouter = router({
  close: customer.input(ticket).mutation(async ({ ctx, input }) => {
    try {
      await release(input.id, ctx.userId)
      return await db.job.update({ where: { id: input.id, ownerId: ctx.userId }, data: { status: 'closed' } })
    } catch (error) {
      if (error instanceof NotYours) throw new TRPCError({ code: 'FORBIDDEN', message: error.message }) // ✓ meant for the caller
      const message = error instanceof Error ? error.message : 'Unknown error'
      throw new TRPCError({ code: 'INTERNAL_SERVER_ERROR', message, cause: error }) // ✗ no-error-detail-leak
    }
  }),

  reopen: customer.input(ticket).mutation(({ ctx, input }) =>
    release(input.id, ctx.userId)
      .then(() => ({ open: true, trace: [] as string[] }))
      .catch((failure: Error) => {
        console.error(failure.stack) // ✓ the log
        return { open: false, trace: [] }
      }),
  ),

  stacks: customer.query(async ({ ctx }) => {
    const jobs = await db.job.findMany({ where: { ownerId: ctx.userId }, take: 20 })
    return jobs.map((stack) => ({ id: stack.id, message: stack.status })) // ✓ words that only look alike
  }),
})
