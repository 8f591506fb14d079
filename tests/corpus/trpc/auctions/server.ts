import { createServer } from 'node:http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { createHttpContext, createWsContext } from './context'
import { auctionRouter as router } from './router'

const limits = { maxBatchSize: 8 }

const server = createServer(
  createHTTPHandler({ router, createContext: createHttpContext, maxBodySize: 32_768, ...limits }), // ✓
)
const wss = new WebSocketServer({ server, maxPayload: 32_768 }) // ✓ the context asks for a token

applyWSSHandler({ wss, router, createContext: createWsContext, keepAlive: { enabled: true }, ...limits }) // ✓ verifies in its own way

server.listen(8080, '127.0.0.1')
