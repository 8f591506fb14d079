import { createServer } from 'node:http'
import { nodeHTTPRequestHandler } from '@trpc/server/adapters/node-http'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { appRouter, createContext } from './app'

const limits = { maxBodySize: 512 * 1024, maxBatchSize: 10 }

createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost')
  return nodeHTTPRequestHandler({ req, res, path: url.pathname.slice(1), router: appRouter, createContext, ...limits }) // ✓
}).listen(5004, '127.0.0.1')

createServer((req, res) => {
  const url = new URL(req.url ?? '/', 'http://localhost')
  return nodeHTTPRequestHandler({ req, res, path: url.pathname.slice(1), router: appRouter, createContext }) // ✗ no-unlimited-message
}).listen(5005, '127.0.0.1')

const handler = createHTTPHandler({
  router: appRouter,
  createContext,
  maxBodySize: 512 * 1024,
  maxBatchSize: Number.POSITIVE_INFINITY, // ✗ no-unlimited-message
})

const single = createHTTPHandler({
  router: appRouter,
  createContext,
  maxBodySize: 512 * 1024,
  allowBatching: false, // ✓ one call a request
})

createServer((req, res) => (req.url?.startsWith('/batch/') ? handler(req, res) : single(req, res))).listen(5006, '127.0.0.1')
