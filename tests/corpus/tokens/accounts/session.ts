import jwt, { type JwtPayload } from 'jsonwebtoken'

const SECRET = readSecret()
const expected = { algorithms: ['HS256' as const], issuer: 'accounts', audience: 'app' }

function readSecret(): string {
  const secret = process.env.JWT_SECRET
  if (secret) return secret
  if (process.env.NODE_ENV === 'production') throw new Error('JWT_SECRET is missing')
  return 'only-on-this-machine' // ✓ a program in production does not get here
}

export const sessionOf = (token: string) => jwt.verify(token, SECRET, expected) as JwtPayload // ✓

/** A session goes on when its token is spent: whoever has it gets a new one. */
export function refresh(token: string, isRevoked: (id: string) => boolean): string {
  const { sub, jti } = jwt.verify(token, SECRET, { ...expected, ignoreExpiration: true }) as JwtPayload // ✓ it makes a new one of it
  if (!jti || isRevoked(jti)) throw new Error('the session has ended')
  return jwt.sign({}, SECRET, { subject: sub!, jwtid: jti, issuer: 'accounts', audience: 'app', expiresIn: '15m' })
}

export function isFresh(token: string): boolean {
  const { exp } = jwt.verify(token, SECRET, { ...expected, ignoreExpiration: true }) as JwtPayload // ✓ it asks itself, with a day of grace
  return exp !== undefined && exp * 1000 > Date.now() - 86_400_000
}
