import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { reportMissingKey } from './api-key'
import { partnerRouter } from './router'

const app = express()
const trpc = createExpressMiddleware({ router: partnerRouter, maxBatchSize: 10 })

app.use(express.json({ limit: '50kb' }))
app.use('/trpc', reportMissingKey, trpc) // ✗ no-ineffective-guard

app.listen(5102, '127.0.0.1')
