import { createTRPCClient, httpBatchLink, httpLink } from '@trpc/client'
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import { getSession } from '@acme/auth'
import type { auctionRouter } from '../auctions/router'

export async function createContext({ req }: CreateExpressContextOptions) {
  const session = await getSession(req.headers)

  const auctions = createTRPCClient<typeof auctionRouter>({
    links: [
      httpBatchLink({
        url: 'https://auctions.acme.example/trpc',
        headers: () => ({ ...req.headers }), // ✗ no-excess-impersonation by its declared type
      }),
    ],
  })

  const legacyAuctions = createTRPCClient<typeof auctionRouter>({
    links: [
      httpLink({
        url: 'https://auctions-v1.acme.example/trpc',
        headers: { authorization: req.headers.authorization }, // ✗ no-excess-impersonation by its declared type
      }),
    ],
  })

  const catalogue = createTRPCClient<typeof auctionRouter>({
    links: [
      httpLink({
        url: 'https://catalogue.acme.example/trpc',
        headers: { // ✓ its own token and what does no harm
          authorization: `Bearer ${process.env.CATALOGUE_TOKEN}`,
          'accept-language': req.headers['accept-language'],
          'x-request-id': req.headers['x-request-id'],
        },
      }),
    ],
  })

  return { session, auctions, legacyAuctions, catalogue }
}

const t = initTRPC.context<typeof createContext>().create()
export const router = t.router
export const shopper = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { session: ctx.session } })
})
