import { readFileSync } from 'node:fs'
import https from 'node:https'
import { createStatusHandler } from './status'

https
  .createServer(
    {
      key: readFileSync('/run/tls/tls.key'),
      cert: readFileSync('/run/tls/tls.crt'),
      ca: readFileSync('/run/tls/ca.crt'),
      requestCert: true,
      rejectUnauthorized: false, // ✗ no-optional-authentication
    },
    createStatusHandler(),
  )
  .listen(8445, '127.0.0.1')
