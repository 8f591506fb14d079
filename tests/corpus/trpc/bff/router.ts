import { z } from 'zod'
import { router, shopper } from './trpc'

const bid = z.object({ lot: z.uuid(), cents: z.int().positive().max(1_000_000) })

export const bffRouter = router({
  home: shopper.query(async ({ ctx }) => {
    const signal = AbortSignal.timeout(2_000)
    const [running, catalogue] = await Promise.all([
      ctx.auctions.open.query(undefined, { signal }), // ✓ ends after two seconds
      ctx.catalogue.open.query(undefined, { signal }),
    ])
    return { running, catalogue }
  }),

  bid: shopper.input(bid).mutation(({ ctx, input, signal }) =>
    ctx.legacyAuctions.bid.mutate(input, { signal: AbortSignal.any([AbortSignal.timeout(4_000), signal!]) }),
  ),
})
