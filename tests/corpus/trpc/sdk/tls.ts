import { readFileSync } from 'node:fs'
import https from 'node:https'
import { createTRPCClient, httpBatchLink } from '@trpc/client'
import { Agent, fetch as undiciFetch, type RequestInit as UndiciInit } from 'undici'
import type { auctionRouter } from '../auctions/router'

const ca = readFileSync('/etc/acme/ca.pem')
const url = 'https://auctions.acme.example/trpc'

const office = new Agent({
  connect: { rejectUnauthorized: false }, // ✗ require-server-verification
})
const plant = new Agent({ connect: { ca, minVersion: 'TLSv1.3' } }) // ✓
const depot = new https.Agent({ ca })

const through = (dispatcher: Agent) => (input: unknown, init?: unknown) =>
  undiciFetch(input as string, { ...(init as UndiciInit), dispatcher, signal: AbortSignal.timeout(10_000) }) as never

export const north = createTRPCClient<typeof auctionRouter>({
  links: [httpBatchLink({ url, fetch: through(office) })],
})

export const south = createTRPCClient<typeof auctionRouter>({
  links: [httpBatchLink({ url, fetch: through(plant) })],
})

export const west = createTRPCClient<typeof auctionRouter>({
  links: [
    httpBatchLink({
      url,
      fetch: (input, init) => fetch(input as URL, { ...init, agent: depot } as object), // ✗ no-ignored-security-option
    }),
  ],
})
