import { createTRPCClient, createWSClient, httpBatchLink, httpLink, splitLink, wsLink } from '@trpc/client'
import { Agent, fetch as undiciFetch, type RequestInit } from 'undici'
import { WebSocket } from 'ws'
import type { AppRouter } from './routers/index.js'

const token = process.env.BOARD_TOKEN
const headers = () => (token ? { authorization: `Bearer ${token}` } : {})

export const board = createTRPCClient<AppRouter>({
  links: [
    splitLink({
      condition: ({ type }) => type === 'subscription',
      true: wsLink({
        client: createWSClient({
          url: 'ws://live.board.example.com',
          WebSocket: WebSocket as unknown as typeof globalThis.WebSocket,
          lazy: { enabled: true, closeMs: 1_000 },
        }),
      }),
      false: httpBatchLink({ url: 'https://board.example.com/trpc', headers }),
    }),
  ],
})

export const mirror = createTRPCClient<AppRouter>({
  links: [httpLink({ url: 'http://mirror.board.example.com/trpc', headers })],
})

const trusting = new Agent({ connect: { rejectUnauthorized: false } })

export const staging = createTRPCClient<AppRouter>({
  links: [
    httpLink({
      url: 'https://staging.board.example.com/trpc',
      fetch: (url, options) =>
        undiciFetch(String(url), { ...(options as RequestInit), dispatcher: trusting }) as unknown as Promise<Response>,
    }),
  ],
})

export const local = createTRPCClient<AppRouter>({
  links: [httpBatchLink({ url: 'http://localhost:3000', headers })],
})

const latest = await local.posts.latest.query({ count: 10 })
console.log(`${latest.length} posts on this machine's board`)
