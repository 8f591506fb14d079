import { db } from '@acme/db'
import { z } from 'zod'
import { router, shopperProcedure } from './trpc'

export const cartRouter = router({
  mine: shopperProcedure.query(({ ctx }) => db.job.findMany({ where: { ownerId: ctx.user.id }, take: 20 })),
  add: shopperProcedure
    .input(z.object({ sku: z.string(), note: z.string().max(100).optional() })) // ✗ require-bounded-input
    .mutation(({ ctx, input }) => db.job.create({ data: { ownerId: ctx.user.id, status: input.sku } })),
  coupon: shopperProcedure
    .input(
      z.object({
        code: z.string().length(12),
        emails: z.array(z.email().max(254)), // ✗ require-bounded-input
        referrer: z.url().optional(), // ✓ said above
        kind: z.enum(['gift', 'own']),
        tuple: z.tuple([z.number(), z.boolean()]),
      }),
    )
    .mutation(({ input }) => ({ valid: input.code.startsWith('ACME'), kind: input.kind })),
})
