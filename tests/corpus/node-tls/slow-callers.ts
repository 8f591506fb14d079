import fs from 'node:fs'
import http from 'node:http'
import https from 'node:https'
import net from 'node:net'

const handler: http.RequestListener = (_request, response) => response.end('ok')
const tls = { key: fs.readFileSync('server.key'), cert: fs.readFileSync('server.crt') }

export const api = http.createServer({ requestTimeout: 60_000, maxHeaderSize: 32 * 1024 }, handler) // ✓
api.maxConnections = 2_000 // ✓

export const uploads = https.createServer(
  {
    ...tls,
    requestTimeout: 0, // ✗ require-bounded-state
  },
  handler,
)

export const reports = new http.Server(handler)
reports.requestTimeout = 0 // ✗ require-bounded-state
reports.headersTimeout = 0 // ✓ the whole request has its time
reports.maxConnections = Infinity // ✗ require-bounded-state

export const tickets = http.createServer(
  {
    maxHeaderSize: 1024 ** 3, // ✗ no-unlimited-message
  },
  handler,
)

export const legacy = http.createServer(
  {
    insecureHTTPParser: true, // ✗ require-argument-validation
  },
  handler,
)

export const meter = (done: (answer: http.IncomingMessage) => void) =>
  http.get(
    'http://meter.local/',
    {
      insecureHTTPParser: true, // ✗ require-argument-validation
    },
    done,
  )

export function listen() {
  api.listen({ path: '/run/acme/api.sock' }) // ✓ its owner
  reports.listen({ port: 8080, writableAll: true }) // ✓ a port has no modes
  net.createServer(socket => socket.end('hello')).listen({
    path: '/tmp/hello.sock',
    readableAll: true,
    writableAll: true, // ✗ no-endpoint-security
  })
}

export const optional = new https.Server({ ...tls, ca: fs.readFileSync('clients.pem'), requestCert: true, rejectUnauthorized: true }, handler) // ✓
export const open = new https.Server(
  {
    ...tls,
    requestCert: true,
    rejectUnauthorized: false, // ✗ no-optional-authentication
  },
  handler,
)
