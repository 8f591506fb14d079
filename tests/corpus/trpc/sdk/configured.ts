import { createTRPCClient, httpBatchLink } from '@trpc/client'
import type { auctionRouter } from '../auctions/router'

const host = process.env.AUCTIONS_HOST ?? 'auctions.acme.example'
const base = process.env.NODE_ENV === 'test' ? 'http://localhost:8080' : 'https://auctions.acme.example'

export const flexible = createTRPCClient<typeof auctionRouter>({
  links: [
    httpBatchLink({
      url: process.env.AUCTIONS_CA ? 'https://auctions.acme.example/trpc' : 'http://auctions.acme.example/trpc', // ✗ no-plaintext-fallback
    }),
  ],
})

export const tested = createTRPCClient<typeof auctionRouter>({
  links: [httpBatchLink({ url: `${base}/trpc` })], // ✓ in the clear on this machine only
})

export const byHost = createTRPCClient<typeof auctionRouter>({
  links: [httpBatchLink({ url: `https://${host}/trpc` })], // ✓
})

export const fromEnvironment = createTRPCClient<typeof auctionRouter>({
  links: [httpBatchLink({ url: process.env.AUCTIONS_URL! })], // ? unknown: the address
})

export const withToken = (token: string) =>
  createTRPCClient<typeof auctionRouter>({
    links: [
      httpBatchLink({
        url: 'http://edge.acme.example/trpc', // ✗ no-credentials-in-clear
        headers: { authorization: `Bearer ${token}` }, // ✓ said at the address
      }),
    ],
  })
