import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { createContext } from './context'
import { chatRouter } from './router'

const server = createHTTPServer({
  router: chatRouter,
  createContext,
  maxBodySize: 64 * 1024,
  maxBatchSize: 10,
})

const wss = new WebSocketServer({ server, maxPayload: 64 * 1024 })
const handler = applyWSSHandler({ // ✗ no-mixed-protection
  wss,
  router: chatRouter,
  keepAlive: { enabled: true, pingMs: 30_000, pongWaitMs: 5_000 },
  maxBatchSize: 10,
})

process.on('SIGTERM', () => {
  handler.broadcastReconnectNotification()
  wss.close()
})

server.listen(2022, '127.0.0.1')
