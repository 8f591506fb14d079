import { createExpressMiddleware } from '@trpc/server/adapters/express'
import cors, { type CorsOptions } from 'cors'
import express from 'express'
import { appRouter, createContext } from '../adapters/app'

const previews: CorsOptions = {
  credentials: true,
  origin: (origin, callback) => {
    if (!origin) return callback(null, true) // ✓ no page of a browser
    if (origin.endsWith('acme.example')) { // ✗ no-open-origin
      return callback(null, true)
    }
    callback(new Error('Not allowed by CORS'))
  },
}

const branches: CorsOptions = {
  origin: ['https://acme.example', /\.acme\.example$/], // ✓ its own subdomains
  credentials: true,
}

const careless: CorsOptions = {
  origin: [/^https:\/\/.*acme\.example/], // ✗ no-open-origin
  credentials: true,
}

const app = express()
app.use('/previews', cors(previews))
app.use('/branches', cors(branches))
app.use('/careless', cors(careless))
app.use('/trpc', (req, res, next) => {
  const origin = req.headers.origin
  if (origin && ['https://acme.example'].includes(origin)) {
    res.setHeader('Access-Control-Allow-Origin', origin) // ✓ the list is asked
    res.setHeader('Access-Control-Allow-Credentials', 'true')
  }
  next()
})
app.use('/legacy', (req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.get('Origin')) // ✗ no-open-origin
  res.header('Access-Control-Allow-Credentials', 'true')
  next()
})
app.use('/public', (req, res, next) => {
  res.header('Access-Control-Allow-Origin', req.headers.origin) // ✓ without credentials
  next()
})
app.use(createExpressMiddleware({ router: appRouter, createContext, maxBodySize: 64 * 1024, maxBatchSize: 10 }))
app.listen(3405, '127.0.0.1')
