import * as jwt from 'jsonwebtoken'

interface Claims { sub: string }
const key = process.env.LEGACY_SECRET!

export const fromOldApp = (token: string) => jwt.verify(token, key, {
  issuer: 'accounts',
  ignoreExpiration: true, // ✗ no-weak-token-verification
}) as Claims

export const fromPartner = (token: string) => jwt.verify(token, key, { issuer: 'partner', algorithms: ['HS256', 'none'] }) as Claims // ✗ no-weak-token-verification

export const fromCli = (token: string) => jwt.verify(token, key, { algorithms: ['none'], issuer: 'cli' }) as Claims // ✗ no-weak-token-verification

export const fromAnybody = (token: string) => jwt.verify(token, key) as Claims // ✗ no-weak-token-verification neither who made it nor for whom is asked

export const fromIdp = (token: string) => jwt.verify(token, PUBLIC_KEY, { audience: process.env.AUDIENCE }) as Claims // ? unknown: whether the variable is set

const PUBLIC_KEY = `-----BEGIN PUBLIC KEY-----
MFkwEwYHKoZIzj0CAQYIKoZIzj0DAQcDQgAEoBUyo8CQAFPeYPvv78ylh5MwFZjT
CLQeb042TjiMJxG+9DLFmRSMlBQ9T/RsLLc+PmpB1+7yPAR+oR5gZn3kJQ==
-----END PUBLIC KEY-----`
