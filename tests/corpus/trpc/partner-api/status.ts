import { createExpressMiddleware } from '@trpc/server/adapters/express'
import express, { type NextFunction, type Request, type Response } from 'express'
import { db } from '@acme/db'
import { requireApiKey } from './api-key'
import { partnerRouter } from './router'

const app = express()
app.use(express.json({ limit: '50kb' }))

app.get('/status/:job', requireApiKey, async (req, res) => {
  try {
    const job = await db.job.findFirst({ where: { id: String(req.params.job) } })
    res.json({ status: job?.status })
  } catch (err) {
    res.status(500).json({ error: err instanceof Error ? err.message : 'unknown' }) // ✗ no-error-detail-leak
  }
})

app.use('/trpc', requireApiKey, createExpressMiddleware({ router: partnerRouter, maxBatchSize: 10 }))

app.use((err: Error & { status?: number }, req: Request, res: Response, next: NextFunction) => {
  if (res.headersSent) return next(err)
  console.error(req.path, err) // ✓ for those who mend it
  if (err.status === 404) return void res.status(404).json({ error: err.message }) // ✓ meant for callers
  res.status(500).json({ error: 'failed', trace: err.stack }) // ✗ no-error-detail-leak
})

app.listen(5103, '127.0.0.1')
