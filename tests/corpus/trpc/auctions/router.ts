import { initTRPC, TRPCError } from '@trpc/server'
import { db } from '@acme/db'
import { z } from 'zod'
import type { Context } from './context'

const t = initTRPC.context<Context>().create()

const bidder = t.procedure.use(({ ctx, next }) => {
  if (!ctx.user) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { user: ctx.user } })
})

export const auctionRouter = t.router({
  open: t.procedure.query(() => db.job.findMany({ where: { status: 'open' }, take: 25 })),
  bid: bidder
    .input(z.object({ lot: z.uuid(), cents: z.int().positive().max(100_000_000) }))
    .mutation(({ ctx, input }) => db.job.create({ data: { id: input.lot, ownerId: ctx.user.id } })),
})
