import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { getSession } from '@acme/auth'
import { notesRouter } from '../notes/router'

createHTTPServer({
  router: notesRouter,
  createContext: async ({ req }) => ({
    session: await getSession(req.headers),
    audit: (event: string, data?: Record<string, unknown>) => console.info(event, data),
  }),
  maxBodySize: 8_192,
  maxBatchSize: 5,
  middleware: (req, res, next) => {
    res.setHeader('Access-Control-Allow-Origin', req.headers.origin ?? '*') // ✗ no-open-origin
    res.setHeader('Access-Control-Allow-Credentials', 'true')
    if (req.method === 'OPTIONS') {
      res.writeHead(204).end()
      return
    }
    next()
  },
}).listen(3302, '127.0.0.1')
