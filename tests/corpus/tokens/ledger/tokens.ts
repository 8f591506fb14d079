import jwt from 'jsonwebtoken'
import { config } from './config.js'

export interface Claims { sub: string; role: 'clerk' | 'auditor' }

export function verifyToken(token: string): Claims {
  return jwt.verify(token, config.jwtSecret, { audience: 'ledger', issuer: config.issuer }) as Claims // ✗ no-weak-token-verification the secret may be missing, and then it is a text of config.ts
}

export const issueToken = (claims: Claims): string => jwt.sign(claims, config.jwtSecret, { audience: 'ledger', issuer: config.issuer, expiresIn: '15m' })
