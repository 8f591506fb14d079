import { initTRPC } from '@trpc/server'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { db } from '@acme/db'

const t = initTRPC.create()

export const statusRouter = t.router({
  backlog: t.procedure.query(() => db.job.count({ where: { status: 'open' } })),
})

export const createStatusHandler = () =>
  createHTTPHandler({ router: statusRouter, maxBodySize: 4096, maxBatchSize: 4 }) // ✓
