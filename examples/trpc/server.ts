import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { applyWSSHandler } from '@trpc/server/adapters/ws'
import { WebSocketServer } from 'ws'
import { createContext, createSocketContext } from './context.js'
import { appRouter } from './routers/index.js'

/** TLS ends at the proxy on this machine. */
const server = createHTTPServer({
  router: appRouter,
  createContext,
  maxBodySize: 1_000_000,
  maxBatchSize: 20,
})
server.listen(3000, '127.0.0.1')

const sockets = new WebSocketServer({ port: 3001, maxPayload: Infinity })
applyWSSHandler({
  wss: sockets,
  router: appRouter,
  createContext: createSocketContext,
  keepAlive: { enabled: true },
})

console.log('board on port 3000, live updates on port 3001')
