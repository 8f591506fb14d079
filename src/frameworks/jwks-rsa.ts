import { arg, framework, type TokenRow } from './describe.js'

const address = arg(0).option('jwksUri')
const fetched: TokenRow = { keys: address, clear: address.matches('^http:') }

/** Public keys that a service publishes, for whoever proves its tokens. */
export const jwksRsa = framework({
  module: 'jwks-rsa', tested: '4.1', docs: 'https://github.com/auth0/node-jwks-rsa#readme',
  tokens: Object.fromEntries(['default()', 'new JwksClient()', 'passportJwtSecret()', 'expressJwtSecret()', 'koaJwtSecret()', 'hapiJwt2Key()', 'hapiJwt2KeyAsync()'].map(name => [name, fetched])),
  remedies: { keys: 'Use an `https:` address' },
  edits: { keys: { begin: address, with: { 'http:': 'https:' }, says: 'Use an encrypted address' } },
})
