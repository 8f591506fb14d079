import { createServer } from 'node:http'
import { createHTTPHandler } from 'trpc-server-10/adapters/standalone'
import { legacyRouter } from './router'
import { createContext } from './trpc'

const handler = createHTTPHandler({ // ✗ no-unlimited-message
  router: legacyRouter,
  createContext,
})

createServer((req, res) => {
  if (req.url?.startsWith('/healthz')) {
    res.end('ok')
    return
  }
  handler(req, res)
}).listen(3200, '127.0.0.1')
