import { readFileSync } from 'node:fs'
import { createServer } from 'node:https'
import { createHTTPHandler } from '@trpc/server/adapters/standalone'
import { createContext, meshRouter } from './router'

const handler = createHTTPHandler({
  router: meshRouter,
  createContext,
  maxBodySize: 128 * 1024,
  allowBatching: false,
})

const tls = {
  key: readFileSync('/run/tls/tls.key'),
  cert: readFileSync('/run/tls/tls.crt'),
  ca: readFileSync('/run/tls/ca.crt'),
}

createServer({ ...tls, requestCert: true, minVersion: 'TLSv1.3' }, handler).listen(8443) // ✓ no certificate, no call
