import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import type { SessionUser } from '@acme/auth'
import { auctionRouter } from './router'

// The screens in the hall.
const wss = new WebSocketServer({ port: 8090, maxPayload: 4096 })

applyWSSHandler({
  wss,
  router: auctionRouter,
  maxBatchSize: 1,
  keepAlive: { enabled: true },
  createContext: ({ info }) => ({
    user: JSON.parse(info.connectionParams?.user ?? 'null') as SessionUser | null, // ✗ no-null-session
    transport: 'ws' as const,
  }),
})
