import { Hono } from 'hono'
import { jwk } from 'hono/jwk'
import { jwt, type JwtVariables } from 'hono/jwt'

const app = new Hono<{ Variables: JwtVariables }>()
const secret = process.env.JWT_SECRET
if (!secret) throw new Error('JWT_SECRET is missing')

app.use('/orders/*', jwt({ secret, alg: 'HS256', verification: { iss: 'accounts' } })) // ✓
app.use('/demo/*', jwt({ secret: 'it-is-very-secret', alg: 'HS256', verification: { iss: 'demo' } })) // ✗ no-weak-token-verification
app.use('/till/*', jwt({ secret: process.env.TILL_SECRET ?? 'till', alg: 'HS256', verification: { iss: 'tills' } })) // ✗ no-weak-token-verification
app.use('/old/*', jwt({ secret, alg: 'HS256', cookie: 'session', verification: { iss: 'accounts', exp: false } })) // ✗ no-weak-token-verification
app.use('/any/*', jwt({ secret, alg: 'HS256' })) // ✗ no-weak-token-verification neither who made it nor for whom is asked
app.use('/partners/*', jwk({ jwks_uri: 'https://id.bakery.example/keys', alg: ['ES256'], verification: { aud: 'bakery' } })) // ✓
app.use('/branches/*', jwk({ jwks_uri: 'http://id.bakery.example/keys', alg: ['ES256'], verification: { aud: 'bakery' } })) // ✗ no-weak-token-verification
app.use('/lookup/*', jwk({ jwks_uri: c => `http://${c.req.header('x-tenant') ?? 'main'}.id.bakery.example/keys`, alg: ['RS256'], verification: { aud: 'bakery' } })) // ✗ no-weak-token-verification

export default app
