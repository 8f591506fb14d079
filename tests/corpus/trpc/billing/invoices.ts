import { z } from 'zod'
import { accountantProcedure, customerProcedure, router } from './trpc'

const invoice = z.strictObject({
  orgId: z.uuid(),
  amount: z.number().positive().max(1_000_000),
  currency: z.enum(['EUR', 'USD', 'GBP']),
})

export const invoiceRouter = router({
  mine: customerProcedure.query(({ ctx }) => {
    const orgId = ctx.session?.user.orgId
    return orgId ? ctx.db.job.findMany({ where: { ownerId: orgId }, take: 100 }) : []
  }),
  cancel: accountantProcedure.input(invoice.pick({ orgId: true })).mutation(({ ctx, input }) => // ✓
    ctx.db.job.update({ where: { ownerId: input.orgId }, data: { status: 'cancelled' } }),
  ),
  issue: accountantProcedure.input(invoice).mutation(({ ctx, input }) =>
    ctx.db.job.create({ data: { ownerId: input.orgId, status: `issued ${input.currency}` } }),
  ),
})
