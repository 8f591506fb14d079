import { arg, framework, type TokenRow } from './describe.js'

/** How claims are compared: what is left out is not. */
const proven = (options: ReturnType<typeof arg>): TokenRow => ({
  expires: options.option('exp').unless(false), audience: options.option('aud').present(), issuer: options.option('iss').present(), remedy: { meant: 'options' },
})
const keys = (from: ReturnType<typeof arg>): TokenRow => ({ keys: from.returned(), clear: from.returned().matches('^http:') })
const settings = arg(0), verification = settings.option('verification')
const verified: TokenRow = { token: arg(0), later: true, key: arg(1).text(), ...proven(arg(2)) }

/** Tokens of Hono: its middleware, and what that is made of. `none` is no algorithm here, and one of them must be named. */
export const honoJwt = framework({
  module: ['hono/jwt', 'hono/jwk', 'hono/utils/jwt'], tested: '4.13', docs: 'https://hono.dev/docs/middleware/builtin/jwt',
  tokens: {
    'verify()': verified, 'Jwt.verify()': verified,
    ...Object.fromEntries(['verifyWithJwks()', 'Jwt.verifyWithJwks()'].map(name => [name, { token: arg(0), later: true, ...proven(arg(1).option('verification')), ...keys(arg(1).option('jwks_uri')) }])),
    'jwt()': { key: settings.option('secret').text(), ...proven(verification), remedy: { meant: 'verification', expires: 'age' } },
    'jwk()': { ...proven(verification), ...keys(settings.option('jwks_uri')), remedy: { meant: 'verification', expires: 'age' } },
  },
  decodes: { 'decode()': { token: arg(0), under: 'payload' }, 'Jwt.decode()': { token: arg(0), under: 'payload' } },
  signs: ['sign()', 'Jwt.sign()'],
  remedies: {
    proof: 'Use `verify()`, with the key of whoever signs them', key: 'Read it from the environment or a store of secrets, and throw when it is not there',
    expires: 'Leave `exp: false` out, and have a refresh token where a session goes on', age: 'Leave `exp: false` out of `verification`, and have a refresh token where a session goes on',
    options: 'Give `verify()` `aud` and `iss` besides `alg`', verification: 'Give `verification` `aud` and `iss`', keys: 'Use an `https:` address',
  },
  edits: {
    expires: [arg(2), arg(1).option('verification')].map(options => ({ remove: options.option('exp'), says: 'Leave `exp: false` out' })), age: { remove: verification.option('exp'), says: 'Leave `exp: false` out' },
    keys: [settings, arg(1)].map(from => ({ begin: from.option('jwks_uri'), with: { 'http:': 'https:' }, says: 'Use an encrypted address' })),
  },
})
