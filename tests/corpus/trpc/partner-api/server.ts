import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { requireApiKey } from './api-key'
import { partnerRouter } from './router'

const app = express()

app.use(express.json({ limit: '50kb' }))
app.get('/livez', (_req, res) => {
  res.sendStatus(200)
})
app.use(requireApiKey) // ✓ before the router
app.use('/trpc', createExpressMiddleware({ router: partnerRouter, maxBatchSize: 10 })) // ✓

app.listen(5100, '127.0.0.1')
