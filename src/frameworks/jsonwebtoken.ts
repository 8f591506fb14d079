import { arg, framework } from './describe.js'

const options = arg(2)

/** Tokens by callbacks or at once. Without `algorithms`, version 9 takes those that fit the kind of the key. */
export const jsonwebtoken = framework({
  module: 'jsonwebtoken', tested: '9.0', docs: 'https://github.com/auth0/node-jsonwebtoken#readme',
  tokens: {
    'verify()': {
      token: arg(0), key: arg(1).text(), algorithms: options.option('algorithms').each(), expires: options.option('ignoreExpiration').unless(true),
      audience: options.option('audience').present(), issuer: options.option('issuer').present(), remedy: { meant: 'options' },
    },
  },
  decodes: { 'decode()': { token: arg(0), under: 'payload' } },
  signs: ['sign()'],
  remedies: {
    proof: 'Use `verify()`, with the key of whoever signs them',
    key: 'Read it from the environment or a store of secrets, and throw when it is not there', algorithms: 'Name only those with which your tokens are signed',
    expires: 'Leave `ignoreExpiration` out, and have a refresh token where a session goes on', options: 'Give `audience` and `issuer` to `verify()`',
  },
  edits: { algorithms: { remove: options.option('algorithms').each(), says: 'Leave `none` out' }, expires: { remove: options.option('ignoreExpiration'), says: 'Leave `ignoreExpiration` out' } },
})
