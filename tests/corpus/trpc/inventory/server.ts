import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express from 'express'
import { createContext } from './context'
import { stockRouter } from './stock'

const app = express()
app.disable('x-powered-by')
app.use(express.json({ limit: '100kb' }))

app.get('/healthz', (_req, res) => {
  res.send('ok')
})

app.use('/trpc', createExpressMiddleware({ router: stockRouter, createContext, allowBatching: false })) // ✓ the body is read by express.json

app.listen(4000, '127.0.0.1')
