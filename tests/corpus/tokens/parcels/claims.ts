import jwt, { type JwtPayload } from 'jsonwebtoken'

export interface Caller { id: string; role: string }

/** What a token says, for whoever wants to show it. */
export function claimsOf(token: string): Caller | null {
  const claims = jwt.decode(token) as JwtPayload | null // ✓ it depends on what is made of it
  return claims ? { id: claims.sub!, role: String(claims.role) } : null
}

export const bearer = (header: string | undefined): string | undefined => header?.startsWith('Bearer ') ? header.slice('Bearer '.length) : undefined
