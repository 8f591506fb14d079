import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { appRouter, createContext } from './app'

const app = express()

app.use('/v1/trpc', createExpressMiddleware({ router: appRouter, createContext })) // ✗ no-unlimited-message

app.use('/v2/trpc', createExpressMiddleware({ router: appRouter, createContext, maxBatchSize: 25, maxBodySize: 1024 * 1024 })) // ✓

const v3 = createExpressMiddleware({
  router: appRouter,
  createContext,
  maxBatchSize: 25,
  maxBodySize: Infinity, // ✗ no-unlimited-message
})
app.use('/v3/trpc', v3)

app.listen(5001, '127.0.0.1')
