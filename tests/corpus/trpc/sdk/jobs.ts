import { createTRPCClient, createTRPCProxyClient, httpBatchLink } from '@trpc/client'
import type { auctionRouter } from '../auctions/router'

const url = 'https://auctions.acme.example/trpc'

const api = createTRPCClient<typeof auctionRouter>({ links: [httpBatchLink({ url })] })

const timed = createTRPCClient<typeof auctionRouter>({
  links: [
    httpBatchLink({
      url,
      fetch: (input, init) => fetch(input as URL, { ...init, signal: AbortSignal.timeout(15_000) } as RequestInit),
    }),
  ],
})

const old = createTRPCProxyClient<typeof auctionRouter>({ // ✓ the same client under its name of version 10
  links: [httpBatchLink({ url })],
})

export async function nightly(lot: string) {
  const open = await api.open.query() // ✗ require-call-deadline
  await api.bid.mutate({ lot, cents: 100 }, { signal: AbortSignal.timeout(5_000) }) // ✓
  await timed.bid.mutate({ lot, cents: 200 }) // ✓ every request of this client ends
  await old.open.query(undefined, { signal: AbortSignal.timeout(5_000) })
  return open.length
}
