import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { berthRouter, createContext } from './router.js'
import { identify } from './identify.js'

export const app = express()
app.use(identify) // ✗ no-unverified-token
app.use('/trpc', createExpressMiddleware({ router: berthRouter, createContext, maxBodySize: 65_536, maxBatchSize: 10 }))
