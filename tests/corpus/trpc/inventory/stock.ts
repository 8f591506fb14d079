import { db } from '@acme/db'
import { z } from 'zod'
import { publicProcedure, router, sessionProcedure, staffProcedure } from './trpc'

const item = z.object({ sku: z.string().regex(/^[A-Z]{2}\d{6}$/), count: z.number().int().min(0).max(10_000) })

export const stockRouter = router({
  bySku: publicProcedure.input(item.pick({ sku: true })).query(({ input }) =>
    db.post.findFirst({ where: { title: input.sku } }),
  ),
  adjust: sessionProcedure.input(item).mutation(({ input }) =>
    db.post.update({ where: { title: input.sku }, data: { body: String(input.count) } }),
  ),
  retire: staffProcedure.input(item.pick({ sku: true })).mutation(({ input }) =>
    db.post.delete({ where: { title: input.sku } }),
  ),
})
