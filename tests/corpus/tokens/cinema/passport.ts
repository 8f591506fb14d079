import jwksClient, { JwksClient } from 'jwks-rsa'
import jwt, { type JwtHeader } from 'jsonwebtoken'
import { ExtractJwt, Strategy, type StrategyOptionsWithoutRequest } from 'passport-jwt'

const options: StrategyOptionsWithoutRequest = { jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: 'popcorn', issuer: 'cinema' } // ✗ no-weak-token-verification

export const viewers = new Strategy(options, (claims: { sub: string }, done) => done(null, { id: claims.sub }))

export const staff = new Strategy({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.STAFF_KEY!, algorithms: ['ES256'], audience: 'staff' }, (claims: { sub: string }, done) => done(null, { id: claims.sub })) // ✓

const published = jwksClient({ jwksUri: 'http://id.cinema.example/keys' }) // ✗ no-weak-token-verification
const local = new JwksClient({ jwksUri: 'http://localhost:8080/keys' }) // ✓ of this machine
export const partners = new JwksClient({ jwksUri: process.env.PARTNER_KEYS! }) // ? unknown: where the variable leads

const key = async ({ kid }: JwtHeader): Promise<string> => (await (kid?.startsWith('local-') ? local : published).getSigningKey(kid)).getPublicKey()

export function claimsOf(token: string): Promise<string | jwt.JwtPayload | undefined> {
  return new Promise((resolve, reject) => {
    jwt.verify(token, (header, done) => { key(header).then(found => done(null, found), (error: Error) => done(error)) }, { issuer: 'cinema' }, (error, claims) => error ? reject(error) : resolve(claims))
  })
}
