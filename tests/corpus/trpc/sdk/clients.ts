import { createTRPCClient, createWSClient, httpBatchLink, httpLink, splitLink, wsLink } from '@trpc/client'
import type { auctionRouter } from '../auctions/router'

type Router = typeof auctionRouter

export const north = createTRPCClient<Router>({
  links: [httpBatchLink({ url: 'http://auctions.acme.example/trpc' })], // ✗ require-encryption
})

export const south = createTRPCClient<Router>({
  links: [httpBatchLink({ url: 'https://auctions.acme.example/trpc' })], // ✓
})

export const local = createTRPCClient<Router>({
  links: [httpLink({ url: new URL('http://127.0.0.1:8080/trpc') })], // ✓ this machine
})

const socket = createWSClient({ url: 'ws://live.acme.example/trpc' }) // ✗ require-encryption
const devSocket = createWSClient({ url: 'ws://localhost:8090' }) // ✓

const pageSocket = createWSClient({
  url: () => `${location.protocol === 'https:' ? 'wss:' : 'ws:'}//${location.host}/trpc`, // ✓ as safe as the page
})

export const live = createTRPCClient<Router>({
  links: [
    splitLink({
      condition: (op) => op.type === 'subscription',
      true: wsLink({ client: socket }),
      false: httpLink({ url: 'https://auctions.acme.example/trpc' }),
    }),
  ],
})

export const dev = createTRPCClient<Router>({ links: [wsLink({ client: devSocket })] })
export const page = createTRPCClient<Router>({ links: [wsLink({ client: pageSocket })] })
