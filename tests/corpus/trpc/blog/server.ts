import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { createContext } from './context'
import { appRouter } from './routers'

const server = createHTTPServer({ // ✓ both sizes are limited
  router: appRouter,
  createContext,
  basePath: '/trpc/',
  maxBodySize: 256 * 1024,
  maxBatchSize: 20,
  onError({ error, path }) {
    console.error('trpc', path, error.code)
  },
})

server.listen(Number(process.env.PORT ?? 3000), '127.0.0.1')
