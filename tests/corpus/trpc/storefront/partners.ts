import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { db } from '@acme/db'
import { verifySession } from '@acme/auth'
import { z } from 'zod'

export async function createContext({ req }: CreateHTTPContextOptions) {
  return {
    partnerId: req.headers['x-partner-id']?.toString(), // ✗ no-null-session
    partner: await verifySession(req.headers.authorization?.slice(7) ?? '').catch(() => null), // ✓ null for a bad token
  }
}

const t = initTRPC.context<typeof createContext>().create()

const byName = t.procedure.use(({ ctx, next }) => {
  if (!ctx.partnerId) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { partnerId: ctx.partnerId } })
})

const byToken = t.procedure.use(({ ctx, next }) => {
  if (!ctx.partner) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { partnerId: ctx.partner.user.orgId } })
})

const order = z.object({ sku: z.string().max(20), count: z.int().min(1).max(500) })

const partnerRouter = t.router({
  orders: byName.query(({ ctx }) => db.job.findMany({ where: { ownerId: ctx.partnerId }, take: 50 })),
  place: byToken.input(order).mutation(({ ctx, input }) =>
    db.job.create({ data: { ownerId: ctx.partnerId, status: `${input.count} x ${input.sku}` } }),
  ),
})

createHTTPServer({ router: partnerRouter, createContext, maxBodySize: 65_536, maxBatchSize: 5 }).listen(4100, '127.0.0.1')
