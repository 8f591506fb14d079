import { promisify } from 'node:util'
import jwt, { type JwtPayload, type VerifyOptions } from 'jsonwebtoken'

const verifyAsync = promisify<string, string, VerifyOptions, JwtPayload>(jwt.verify as never)

/** What proves a token is the business of whoever calls. */
export async function userOf(token: string, secret: string): Promise<JwtPayload> {
  return await verifyAsync(token, secret, { issuer: 'https://id.acme.example', audience: 'gateway' }) // ✓
}
