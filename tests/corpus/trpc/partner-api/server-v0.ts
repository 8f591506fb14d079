import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { requireApiKey } from './api-key'
import { partnerRouter } from './router'

const app = express()

app.use(express.json({ limit: '50kb' }))
app.use('/trpc', createExpressMiddleware({ router: partnerRouter, maxBatchSize: 10 }))
app.use(requireApiKey) // ✗ no-ineffective-guard

app.listen(5101, '127.0.0.1')
