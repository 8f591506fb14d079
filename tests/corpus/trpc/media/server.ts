import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { getSession } from '@acme/auth'
import { mediaRouter } from './router'

createHTTPServer({ // ✗ no-unlimited-message
  router: mediaRouter,
  createContext: async ({ req }) => ({ session: await getSession(req.headers) }),
}).listen(3100, '127.0.0.1')
