import rule from '../../src/rules/no-weak-token-verification.js'
import { tester } from './tester.js'

const key = 'Read it from the environment or a store of secrets, and throw when it is not there'
const algorithms = 'Name only those with which your tokens are signed'
const expires = 'Leave `ignoreExpiration` out, and have a refresh token where a session goes on'

tester.run('no-weak-token-verification', rule, {
  invalid: [
    {
      name: 'tokens that nobody signed',
      code: `
import jwt from 'jsonwebtoken'

export const userOf = (token: string) => jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256', 'none'] })
`,
      errors: [{
        messageId: 'unsigned', data: { remedy: algorithms }, line: 4, column: 109, endLine: 4, endColumn: 115,
        suggestions: [{ messageId: 'edit', data: { says: 'Leave `none` out' }, output: `
import jwt from 'jsonwebtoken'

export const userOf = (token: string) => jwt.verify(token, process.env.JWT_SECRET!, { algorithms: ['HS256'] })
` }],
      }],
    },
    {
      name: 'no other tokens',
      code: `
const { verify } = require('jsonwebtoken')
const algorithms = ['none']

module.exports = token => verify(token, undefined, { algorithms })
`,
      errors: [{ messageId: 'unsigned', data: { remedy: algorithms }, line: 3, column: 21, endLine: 3, endColumn: 27, suggestions: undefined }],
    },
    {
      name: 'a token that expired',
      code: `
import { verify } from 'jsonwebtoken'

export const userOf = (token: string) => verify(token, process.env.JWT_SECRET!, { issuer: 'accounts', ignoreExpiration: true })
`,
      errors: [{
        messageId: 'expired', data: { remedy: expires }, line: 4, column: 103, endLine: 4, endColumn: 125,
        suggestions: [{ messageId: 'edit', data: { says: 'Leave `ignoreExpiration` out' }, output: `
import { verify } from 'jsonwebtoken'

export const userOf = (token: string) => verify(token, process.env.JWT_SECRET!, { issuer: 'accounts' })
` }],
      }],
    },
    {
      name: 'a key that is written in the code, for a wrapper around what makes promises of it',
      code: `
import { promisify } from 'node:util'
import jwt from 'jsonwebtoken'

const verify = promisify(jwt.verify)
const verified = (token: string, secret: string) => verify(token, secret)

export const userOf = (token: string) => verified(token, 'kitten')
`,
      errors: [{ messageId: 'written', data: { remedy: key }, line: 8, column: 58, endLine: 8, endColumn: 66, suggestions: undefined }],
    },
    {
      name: 'a text in place of a key that is missing, made into bytes',
      code: `
import { createSecretKey } from 'node:crypto'
import { jwtVerify } from 'jose'

const secret = createSecretKey(Buffer.from(process.env.JWT_SECRET ?? 'kitten', 'utf8'))
const other = new TextEncoder().encode(process.env.OTHER_SECRET || 'puppy')

export const userOf = async (token: string) => (await jwtVerify(token, secret)).payload
export const otherOf = async (token: string) => (await jwtVerify(token, other)).payload
`,
      errors: [
        { messageId: 'defaulted', data: { subject: '`process.env.JWT_SECRET`', remedy: key }, line: 5, column: 70, endLine: 5, endColumn: 78, suggestions: undefined },
        { messageId: 'defaulted', data: { subject: '`process.env.OTHER_SECRET`', remedy: key }, line: 6, column: 68, endLine: 6, endColumn: 75, suggestions: undefined },
      ],
    },
    {
      name: 'a text of which somebody is only warned',
      code: `
import jwt from 'jsonwebtoken'

if (!process.env.JWT_SECRET) console.warn('JWT_SECRET is missing')
const secret = process.env.JWT_SECRET || 'kitten'

export const userOf = (token: string) => jwt.verify(token, secret)
`,
      errors: [{ messageId: 'defaulted', data: { subject: '`process.env.JWT_SECRET`', remedy: key }, line: 5, column: 42, endLine: 5, endColumn: 50, suggestions: undefined }],
    },
    {
      name: 'keys that come in clear',
      code: `
import { createRemoteJWKSet, jwtVerify } from 'jose'

const keys = createRemoteJWKSet(new URL('http://id.acme.example/keys'))

export const userOf = async (token: string) => (await jwtVerify(token, keys)).payload
`,
      errors: [{
        messageId: 'clear', data: { address: 'http://id.acme.example/keys', remedy: 'Use an `https:` address' }, line: 4, column: 33, endLine: 4, endColumn: 71,
        suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { createRemoteJWKSet, jwtVerify } from 'jose'

const keys = createRemoteJWKSet(new URL('https://id.acme.example/keys'))

export const userOf = async (token: string) => (await jwtVerify(token, keys)).payload
` }],
      }],
    },
    {
      name: 'a key that the token brings',
      code: `
import { EmbeddedJWK, jwtVerify } from 'jose'

export const userOf = async (token: string) => (await jwtVerify(token, EmbeddedJWK)).payload
`,
      errors: [{ messageId: 'carried', data: { remedy: 'Take it from `createRemoteJWKSet()`, or from a file of your own' }, line: 4, column: 72, endLine: 4, endColumn: 83, suggestions: undefined }],
    },
    {
      name: 'settings of a module, and what its service is told',
      code: `
import { JwtModule, JwtService } from '@nestjs/jwt'

export const tokens = [
  JwtModule.register({ secret: process.env.JWT_SECRET || 'kitten' }),
  JwtModule.registerAsync({ useFactory: (config: Config) => ({ secret: config.get('JWT_SECRET') || 'kitten', verifyOptions: { ignoreExpiration: true } }) }),
]

export class Partners {
  constructor(private readonly jwt: JwtService) {}
  verify(token: string) { return this.jwt.verifyAsync(token, { secret: 'puppy' }) }
}
`,
      errors: [
        { messageId: 'defaulted', data: { subject: '`process.env.JWT_SECRET`', remedy: 'Take it from the configuration, and throw when it is not there' }, line: 5, column: 58, endLine: 5, endColumn: 66, suggestions: undefined },
        { messageId: 'defaulted', data: { subject: '`config.get()`', remedy: 'Take it from the configuration, and throw when it is not there' }, line: 6, column: 100, endLine: 6, endColumn: 108, suggestions: undefined },
        {
          messageId: 'expired', data: { remedy: expires }, line: 6, column: 127, endLine: 6, endColumn: 149,
          suggestions: [{ messageId: 'edit', data: { says: 'Leave `ignoreExpiration` out' }, output: `
import { JwtModule, JwtService } from '@nestjs/jwt'

export const tokens = [
  JwtModule.register({ secret: process.env.JWT_SECRET || 'kitten' }),
  JwtModule.registerAsync({ useFactory: (config: Config) => ({ secret: config.get('JWT_SECRET') || 'kitten', verifyOptions: {} }) }),
]

export class Partners {
  constructor(private readonly jwt: JwtService) {}
  verify(token: string) { return this.jwt.verifyAsync(token, { secret: 'puppy' }) }
}
` }],
        },
        { messageId: 'written', data: { remedy: 'Take it from the configuration, and throw when it is not there' }, line: 11, column: 72, endLine: 11, endColumn: 79, suggestions: undefined },
      ],
    },
    {
      name: 'a middleware, its keys and the age of its tokens',
      code: `
import { jwk } from 'hono/jwk'
import { jwt, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: 'kitten', alg: 'HS256' }),
  jwt({ secret: process.env.KEY ?? 'puppy', alg: 'HS256', verification: { exp: false, iss: 'accounts' } }),
  jwk({ jwks_uri: 'http://id.acme.example/keys', alg: ['RS256'] }),
]
export const one = (token: string) => verify(token, 'kitten', { alg: 'HS256', exp: false })
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://id.acme.example/keys', allowedAlgorithms: ['RS256'] })
`,
      errors: [
        { messageId: 'written', data: { remedy: key }, line: 6, column: 17, endLine: 6, endColumn: 25, suggestions: undefined },
        { messageId: 'defaulted', data: { subject: '`process.env.KEY`', remedy: key }, line: 7, column: 36, endLine: 7, endColumn: 43, suggestions: undefined },
        {
          messageId: 'expired', data: { remedy: 'Leave `exp: false` out of `verification`, and have a refresh token where a session goes on' }, line: 7, column: 75, endLine: 7, endColumn: 85,
          suggestions: [{ messageId: 'edit', data: { says: 'Leave `exp: false` out' }, output: `
import { jwk } from 'hono/jwk'
import { jwt, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: 'kitten', alg: 'HS256' }),
  jwt({ secret: process.env.KEY ?? 'puppy', alg: 'HS256', verification: { iss: 'accounts' } }),
  jwk({ jwks_uri: 'http://id.acme.example/keys', alg: ['RS256'] }),
]
export const one = (token: string) => verify(token, 'kitten', { alg: 'HS256', exp: false })
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://id.acme.example/keys', allowedAlgorithms: ['RS256'] })
` }],
        },
        {
          messageId: 'clear', data: { address: 'http://id.acme.example/keys', remedy: 'Use an `https:` address' }, line: 8, column: 9, endLine: 8, endColumn: 48,
          suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { jwk } from 'hono/jwk'
import { jwt, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: 'kitten', alg: 'HS256' }),
  jwt({ secret: process.env.KEY ?? 'puppy', alg: 'HS256', verification: { exp: false, iss: 'accounts' } }),
  jwk({ jwks_uri: 'https://id.acme.example/keys', alg: ['RS256'] }),
]
export const one = (token: string) => verify(token, 'kitten', { alg: 'HS256', exp: false })
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://id.acme.example/keys', allowedAlgorithms: ['RS256'] })
` }],
        },
        { messageId: 'written', data: { remedy: key }, line: 10, column: 53, endLine: 10, endColumn: 61, suggestions: undefined },
        {
          messageId: 'expired', data: { remedy: 'Leave `exp: false` out, and have a refresh token where a session goes on' }, line: 10, column: 79, endLine: 10, endColumn: 89,
          suggestions: [{ messageId: 'edit', data: { says: 'Leave `exp: false` out' }, output: `
import { jwk } from 'hono/jwk'
import { jwt, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: 'kitten', alg: 'HS256' }),
  jwt({ secret: process.env.KEY ?? 'puppy', alg: 'HS256', verification: { exp: false, iss: 'accounts' } }),
  jwk({ jwks_uri: 'http://id.acme.example/keys', alg: ['RS256'] }),
]
export const one = (token: string) => verify(token, 'kitten', { alg: 'HS256' })
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://id.acme.example/keys', allowedAlgorithms: ['RS256'] })
` }],
        },
        {
          messageId: 'clear', data: { address: 'http://id.acme.example/keys', remedy: 'Use an `https:` address' }, line: 11, column: 65, endLine: 11, endColumn: 104,
          suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { jwk } from 'hono/jwk'
import { jwt, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: 'kitten', alg: 'HS256' }),
  jwt({ secret: process.env.KEY ?? 'puppy', alg: 'HS256', verification: { exp: false, iss: 'accounts' } }),
  jwk({ jwks_uri: 'http://id.acme.example/keys', alg: ['RS256'] }),
]
export const one = (token: string) => verify(token, 'kitten', { alg: 'HS256', exp: false })
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'https://id.acme.example/keys', allowedAlgorithms: ['RS256'] })
` }],
        },
      ],
    },
    {
      name: 'strategies, also those that a class is built on',
      code: `
import { PassportStrategy } from '@nestjs/passport'
import { JwksClient, passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Old extends PassportStrategy(Strategy, 'old') {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY || 'kitten', ignoreExpiration: true }) }
  validate(claims: { sub: string }) { return claims.sub }
}
export class Partners extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKeyProvider: passportJwtSecret({ jwksUri: 'http://id.acme.example/keys' }), algorithms: ['RS256', 'none'] }) }
}
export const plain = new Strategy({ jwtFromRequest, secretOrKey: 'kitten' }, (claims, done) => done(null, claims))
export class Keys extends JwksClient {
  constructor() { super({ jwksUri: 'http://id.acme.example/keys' }) }
}
`,
      errors: [
        { messageId: 'defaulted', data: { subject: '`process.env.KEY`', remedy: key }, line: 8, column: 75, endLine: 8, endColumn: 83, suggestions: undefined },
        {
          messageId: 'expired', data: { remedy: expires }, line: 8, column: 85, endLine: 8, endColumn: 107,
          suggestions: [{ messageId: 'edit', data: { says: 'Leave `ignoreExpiration` out' }, output: `
import { PassportStrategy } from '@nestjs/passport'
import { JwksClient, passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Old extends PassportStrategy(Strategy, 'old') {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY || 'kitten' }) }
  validate(claims: { sub: string }) { return claims.sub }
}
export class Partners extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKeyProvider: passportJwtSecret({ jwksUri: 'http://id.acme.example/keys' }), algorithms: ['RS256', 'none'] }) }
}
export const plain = new Strategy({ jwtFromRequest, secretOrKey: 'kitten' }, (claims, done) => done(null, claims))
export class Keys extends JwksClient {
  constructor() { super({ jwksUri: 'http://id.acme.example/keys' }) }
}
` }],
        },
        {
          messageId: 'clear', data: { address: 'http://id.acme.example/keys', remedy: 'Use an `https:` address' }, line: 12, column: 84, endLine: 12, endColumn: 122,
          suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { PassportStrategy } from '@nestjs/passport'
import { JwksClient, passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Old extends PassportStrategy(Strategy, 'old') {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY || 'kitten', ignoreExpiration: true }) }
  validate(claims: { sub: string }) { return claims.sub }
}
export class Partners extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKeyProvider: passportJwtSecret({ jwksUri: 'https://id.acme.example/keys' }), algorithms: ['RS256', 'none'] }) }
}
export const plain = new Strategy({ jwtFromRequest, secretOrKey: 'kitten' }, (claims, done) => done(null, claims))
export class Keys extends JwksClient {
  constructor() { super({ jwksUri: 'http://id.acme.example/keys' }) }
}
` }],
        },
        {
          messageId: 'unsigned', data: { remedy: algorithms }, line: 12, column: 149, endLine: 12, endColumn: 155,
          suggestions: [{ messageId: 'edit', data: { says: 'Leave `none` out' }, output: `
import { PassportStrategy } from '@nestjs/passport'
import { JwksClient, passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Old extends PassportStrategy(Strategy, 'old') {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY || 'kitten', ignoreExpiration: true }) }
  validate(claims: { sub: string }) { return claims.sub }
}
export class Partners extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKeyProvider: passportJwtSecret({ jwksUri: 'http://id.acme.example/keys' }), algorithms: ['RS256'] }) }
}
export const plain = new Strategy({ jwtFromRequest, secretOrKey: 'kitten' }, (claims, done) => done(null, claims))
export class Keys extends JwksClient {
  constructor() { super({ jwksUri: 'http://id.acme.example/keys' }) }
}
` }],
        },
        { messageId: 'written', data: { remedy: key }, line: 14, column: 66, endLine: 14, endColumn: 74, suggestions: undefined },
        {
          messageId: 'clear', data: { address: 'http://id.acme.example/keys', remedy: 'Use an `https:` address' }, line: 16, column: 27, endLine: 16, endColumn: 65,
          suggestions: [{ messageId: 'edit', data: { says: 'Use an encrypted address' }, output: `
import { PassportStrategy } from '@nestjs/passport'
import { JwksClient, passportJwtSecret } from 'jwks-rsa'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Old extends PassportStrategy(Strategy, 'old') {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY || 'kitten', ignoreExpiration: true }) }
  validate(claims: { sub: string }) { return claims.sub }
}
export class Partners extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKeyProvider: passportJwtSecret({ jwksUri: 'http://id.acme.example/keys' }), algorithms: ['RS256', 'none'] }) }
}
export const plain = new Strategy({ jwtFromRequest, secretOrKey: 'kitten' }, (claims, done) => done(null, claims))
export class Keys extends JwksClient {
  constructor() { super({ jwksUri: 'https://id.acme.example/keys' }) }
}
` }],
        },
      ],
    },
    {
      name: 'a token of whoever it may be, where that is asked for',
      options: [{ audience: true }],
      code: `
import jwt from 'jsonwebtoken'

export const userOf = (token: string) => jwt.verify(token, process.env.JWT_SECRET!)
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give `audience` and `issuer` to `verify()`' }, line: 4, column: 42, endLine: 4, endColumn: 84, suggestions: undefined }],
    },
    {
      name: 'claims that are handed to who compares something else',
      options: [{ audience: true }],
      code: `
import { promisify } from 'node:util'
import jwt from 'jsonwebtoken'

class Tokens {
  private readonly verify = promisify(jwt.verify.bind(jwt))

  async userOf(token: string) {
    const claims = await this.verify(token, process.env.JWT_SECRET!)
    Tokens.check(claims)
    return claims.sub
  }

  private static check(claims) {
    if (claims.kind !== 'id') throw new Error('another token')
  }
}
`,
      errors: [{ messageId: 'anybody', data: { remedy: 'Give `audience` and `issuer` to `verify()`' }, line: 9, column: 26, endLine: 9, endColumn: 69, suggestions: undefined }],
    },
  ],
  valid: [
    {
      name: 'strategies of other kinds, and what is compared in a class that is built on one',
      options: [{ audience: true }],
      code: `
import { PassportStrategy } from '@nestjs/passport'
import { Strategy as LocalStrategy } from 'passport-local'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jwtFromRequest = ExtractJwt.fromAuthHeaderAsBearerToken()
export class Local extends PassportStrategy(LocalStrategy) {
  constructor() { super({ secretOrKey: 'kitten', ignoreExpiration: true }) }
}
export class Kiosks extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest, secretOrKey: process.env.KEY!, ignoreExpiration: true }) }
  validate({ iss, exp }: { iss: string; exp: number }) { return iss === 'kiosk' && exp * 1000 > Date.now() - 60_000 }
}
export class Base extends PassportStrategy(Strategy) {
  constructor(secretOrKey: string, issuer: string) { super({ jwtFromRequest, secretOrKey, issuer }) }
}
`,
    },
    {
      name: 'a middleware with keys of its own, that asks for whom a token is',
      options: [{ audience: true }],
      code: `
import { jwk } from 'hono/jwk'
import { jwt, sign, verify, verifyWithJwks } from 'hono/jwt'

export const all = [
  jwt({ secret: process.env.KEY!, alg: 'HS256', verification: { iss: 'accounts', exp: true, nbf: false } }),
  jwk({ jwks_uri: c => c.env.KEYS, alg: ['RS256'], verification: { aud: 'orders' } }),
]
export const one = (token: string, options: Options) => verify(token, process.env.KEY!, options)
export const other = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://localhost/keys', allowedAlgorithms: ['RS256'], verification: { iss: 'accounts' } })
export const refresh = async (token: string) => sign({ sub: (await verify(token, process.env.KEY!, { alg: 'HS256', iss: 'accounts', exp: false })).sub }, process.env.KEY!)
`,
    },
    {
      name: 'algorithms that fit the kind of the key',
      code: `
import jwt from 'jsonwebtoken'

export const userOf = (token: string) => jwt.verify(token, process.env.JWT_SECRET!)
export const all = (tokens: string[], algorithms: jwt.Algorithm[]) => tokens.map(token => jwt.verify(token, process.env.JWT_SECRET!, { algorithms }))
`,
    },
    {
      name: 'a program that stops without its key',
      code: `
import jwt from 'jsonwebtoken'

const first = process.env.FIRST || 'kitten', second = process.env.SECOND || 'puppy'
if (process.env.NODE_ENV === 'production' && !process.env.FIRST) throw new Error('FIRST is missing')
if (process.env.NODE_ENV === 'production' && second === 'puppy') process.exit(1)
const third = process.env.NODE_ENV === 'production' ? process.env.THIRD! : 'canary'

export const userOf = (token: string) => [first, second, third].map(secret => jwt.verify(token, secret))
export const ofFirst = (token: string) => jwt.verify(token, first)
export const ofSecond = (token: string) => jwt.verify(token, second)
export const ofThird = (token: string) => jwt.verify(token, third)
`,
    },
    {
      name: 'a key that proves and does not sign, and none at all',
      code: `
import jwt from 'jsonwebtoken'

const PEM = \`-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAE
-----END PUBLIC KEY-----\`

export const userOf = (token: string) => jwt.verify(token, PEM)
export const other = (token: string) => jwt.verify(token, process.env.JWT_SECRET || '')
`,
    },
    {
      name: 'a session that goes on, and an age that is asked for by hand',
      code: `
import jwt from 'jsonwebtoken'

export function refresh(token: string) {
  const { sub } = jwt.verify(token, process.env.JWT_SECRET!, { ignoreExpiration: true }) as { sub: string }
  return jwt.sign({ sub }, process.env.JWT_SECRET!)
}

export function nearly(token: string) {
  const user = jwt.verify(token, process.env.JWT_SECRET!, { ignoreExpiration: true }) as { exp: number }
  if (user.exp * 1000 < Date.now() - 60_000) throw new Error('too old')
  return user
}

export function read(token: string) {
  try {
    return jwt.verify(token, process.env.JWT_SECRET!)
  } catch {
    return { expired: jwt.verify(token, process.env.JWT_SECRET!, { ignoreExpiration: true }) }
  }
}
`,
    },
    {
      name: 'keys of this machine, in development or not in clear',
      code: `
import { createRemoteJWKSet } from 'jose'

export const local = createRemoteJWKSet(new URL('http://127.0.0.1:8080/keys'))
export const keys = createRemoteJWKSet(new URL('https://id.acme.example/keys'))
export const any = (url: string) => createRemoteJWKSet(new URL(url))
export const either = createRemoteJWKSet(new URL(process.env.NODE_ENV === 'production' ? 'https://id.acme.example/keys' : 'http://id.internal/keys'))
`,
    },
    {
      name: 'a key that comes with a proof of possession',
      code: `
import { EmbeddedJWK, jwtVerify } from 'jose'

export const proven = async (proof: string) => (await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt' })).protectedHeader.jwk
`,
    },
    {
      name: 'a token that was made by somebody, or for somebody',
      options: [{ audience: true }],
      code: `
import jwt, { type VerifyOptions } from 'jsonwebtoken'
import { jwtVerify } from 'jose'

export const one = (token: string) => jwt.verify(token, process.env.JWT_SECRET!, { issuer: 'accounts' })
export const two = (token: string, key: CryptoKey) => jwtVerify(token, key, { audience: 'orders' })
export async function four(token: string, key: CryptoKey) {
  const { payload } = await jwtVerify(token, key)
  if (payload.aud !== 'orders') throw new Error('for somebody else')
  return payload
}
export const three = (token: string, options: VerifyOptions) => jwt.verify(token, process.env.JWT_SECRET!, options)
`,
    },
    {
      name: 'claims that are handed to who compares them',
      options: [{ audience: true }],
      code: `
import { promisify } from 'node:util'
import jwt, { type JwtPayload } from 'jsonwebtoken'

class Tokens {
  private readonly verify: (token: string, key: string) => Promise<JwtPayload> = promisify(jwt.verify.bind(jwt))
  constructor(private readonly issuer: string) {}

  async userOf(token: string) {
    const claims = await this.verify(token, process.env.JWT_SECRET!)
    Tokens.check(claims, this.issuer)
    return claims.sub
  }

  private static check(claims: JwtPayload, issuer: string) {
    Tokens.checkIssuer(claims, issuer)
  }

  private static checkIssuer({ iss }: JwtPayload, issuer: string) {
    if (iss !== issuer) throw new Error('made by somebody else')
  }
}

const isYoung = ({ iat, exp }: JwtPayload) => exp! - iat! < 3600
export function nearly(token: string) {
  const claims = jwt.verify(token, process.env.JWT_SECRET!, { issuer: 'accounts', ignoreExpiration: true }) as JwtPayload
  return isYoung(claims) ? claims : undefined
}
`,
    },
    {
      name: 'another verify',
      code: `
import jwt from './tokens.js'
import { createVerify } from 'node:crypto'

export const userOf = (token: string) => jwt.verify(token, 'kitten', { ignoreExpiration: true, algorithms: ['none'] })
export const signed = (text: string, signature: string, pem: string) => createVerify('sha256').update(text).verify(pem, signature)
`,
    },
  ],
})
