import { readFileSync } from 'node:fs'
import https from 'node:https'
import { createStatusHandler } from './status'

// The scanners in the warehouse are old.
https
  .createServer(
    {
      key: readFileSync('/run/tls/tls.key'),
      cert: readFileSync('/run/tls/tls.crt'),
      minVersion: 'TLSv1', // ✗ no-weak-provider
    },
    createStatusHandler(),
  )
  .listen(8444, '127.0.0.1')
