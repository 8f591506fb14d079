import { always, arg, framework, type TokenRow } from './describe.js'

const options = arg(2)
const proven: TokenRow = {
  token: arg(0), later: true, key: arg(1).text(), expires: always(true), audience: options.option('audience').present(), issuer: options.option('issuer').present(), remedy: { meant: 'options' },
}

/** Tokens by the Web's own cryptography. `none` is no algorithm here; whatever else fits the key is one. */
export const jose = framework({
  module: 'jose', tested: '6.2', docs: 'https://github.com/panva/jose#readme',
  tokens: {
    // a proof of possession brings its key, which is compared with what the token of access was bound to
    'jwtVerify()': [
      { ...proven, if: { ref: arg(1), also: 'calculateJwkThumbprint()' } }, { ...proven, if: { ref: options.option('typ'), present: true } },
      { ...proven, carried: arg(1).scale({ EmbeddedJWK: true }) },
    ],
    'createRemoteJWKSet()': { keys: arg(0), clear: arg(0).matches('^http:') },
  },
  decodes: { 'decodeJwt()': { token: arg(0) }, 'UnsecuredJWT.decode()': { token: arg(0), under: 'payload' } },
  remedies: {
    proof: 'Use `jwtVerify()`, with the keys of whoever signs them',
    key: 'Read it from the environment or a store of secrets, and throw when it is not there', options: 'Give `audience` and `issuer` to `jwtVerify()`',
    carried: 'Take it from `createRemoteJWKSet()`, or from a file of your own', keys: 'Use an `https:` address',
  },
  edits: { keys: { begin: arg(0).argument(0), with: { 'http:': 'https:' }, says: 'Use an encrypted address' } },
})
