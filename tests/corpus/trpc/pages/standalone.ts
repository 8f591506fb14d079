import { createHTTPServer } from '@trpc/server/adapters/standalone'
import cors from 'cors'
import { appRouter, createContext } from '../adapters/app'

const limits = { maxBodySize: 64 * 1024, maxBatchSize: 10 }
const ours = ['https://app.acme.example', 'https://admin.acme.example']

createHTTPServer({
  router: appRouter,
  createContext,
  middleware: cors({ origin: true, credentials: true }), // ✗ no-open-origin
  ...limits,
}).listen(3401, '127.0.0.1')

createHTTPServer({
  router: appRouter,
  createContext,
  middleware: cors({ origin: ours, credentials: true }), // ✓
  ...limits,
}).listen(3402, '127.0.0.1')

createHTTPServer({
  router: appRouter,
  createContext,
  middleware: cors(), // ✓ every page may ask, and is told what strangers are told
  ...limits,
}).listen(3403, '127.0.0.1')

createHTTPServer({
  router: appRouter,
  createContext,
  middleware: cors({
    credentials: true,
    origin(origin, done) {
      if (!origin || ours.includes(origin)) done(null, true) // ✓ the list is asked
      else done(new Error('origin'))
    },
  }),
  ...limits,
}).listen(3404, '127.0.0.1')
