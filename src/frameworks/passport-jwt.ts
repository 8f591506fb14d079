import { arg, framework, type TokenRow } from './describe.js'

const options = arg(0), inner = options.option('jsonWebTokenOptions')
/** It gives `jsonwebtoken` its own four options in place of those of the same name that stand further in, even where it has none. */
const proven: TokenRow = {
  key: options.option('secretOrKey').text(), algorithms: options.option('algorithms').each(), expires: options.option('ignoreExpiration').unless(true),
  audience: options.option('audience').present(), issuer: options.option('issuer').present(), remedy: { meant: 'options' },
  ignores: [{ in: inner, misplaced: Object.fromEntries(['algorithms', 'audience', 'issuer'].map(name => [name, `{ ${name}, jsonWebTokenOptions }`])) }],
}

/** Strategies of Passport that prove tokens with `jsonwebtoken`; those of NestJS are built on what `PassportStrategy()` makes of one. */
export const passportJwt = framework({
  module: 'passport-jwt', family: ['@nestjs/passport'], tested: '4.0', docs: 'https://www.passportjs.org/packages/passport-jwt/',
  things: { Strategy: 'Strategy', PassportStrategy: { is: [{ pattern: 'PassportStrategy()', if: { ref: arg(0), thing: 'Strategy' } }] } },
  tokens: { 'new Strategy()': proven, 'new PassportStrategy()': proven },
  remedies: {
    key: 'Read it from the environment or a store of secrets, and throw when it is not there', algorithms: 'Name only those with which your tokens are signed',
    expires: 'Leave `ignoreExpiration` out, and have a refresh token where a session goes on', options: 'Give the strategy `audience` and `issuer`',
  },
  edits: { algorithms: { remove: options.option('algorithms').each(), says: 'Leave `none` out' }, expires: { remove: options.option('ignoreExpiration'), says: 'Leave `ignoreExpiration` out' } },
})
