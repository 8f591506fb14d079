import { readFileSync } from 'node:fs'
import https from 'node:https'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { db } from '@acme/db'
import { initTRPC } from '@trpc/server'

const t = initTRPC.create()

const statusRouter = t.router({
  backlog: t.procedure.query(() => db.job.count({ where: { status: 'open' } })),
})

const handler = createHTTPHandler({ router: statusRouter, maxBodySize: 4096, maxBatchSize: 4 })

https
  .createServer(
    {
      key: readFileSync('/run/tls/tls.key'),
      cert: readFileSync('/run/tls/tls.crt'),
      minVersion: 'TLSv1', // ✗ no-weak-provider
    },
    handler,
  )
  .listen(8444, '127.0.0.1')

https
  .createServer(
    {
      key: readFileSync('/run/tls/tls.key'),
      cert: readFileSync('/run/tls/tls.crt'),
      ca: readFileSync('/run/tls/ca.crt'),
      requestCert: true,
      rejectUnauthorized: false, // ✗ no-optional-authentication
    },
    handler,
  )
  .listen(8445, '127.0.0.1')
