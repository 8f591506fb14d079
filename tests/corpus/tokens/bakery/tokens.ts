import { decode, sign, verify, verifyWithJwks } from 'hono/jwt'

const key = process.env.JWT_SECRET!

export const fromShop = (token: string) => verify(token, key, { alg: 'HS256', iss: 'shop' }) // ✓
export const fromAnybody = (token: string) => verify(token, key, 'HS256') // ✗ no-weak-token-verification
export const fromDemo = (token: string) => verify(token, 'bread', { alg: 'HS256', iss: 'demo' }) // ✗ no-weak-token-verification
export const fromLongAgo = (token: string) => verify(token, key, { alg: 'HS256', iss: 'shop', exp: false }) // ✗ no-weak-token-verification
export const fromPartner = (token: string) => verifyWithJwks(token, { jwks_uri: 'http://id.flour.example/keys', allowedAlgorithms: ['RS256'], verification: { iss: 'flour' } }) // ✗ no-weak-token-verification
export const fromMill = (token: string) => verifyWithJwks(token, { jwks_uri: 'https://id.mill.example/keys', allowedAlgorithms: ['RS256'], verification: { iss: 'mill' } }) // ✓

/** Who bears it gets another one. */
export async function refresh(token: string): Promise<string> {
  const { sub } = await verify(token, key, { alg: 'HS256', iss: 'shop', exp: false }) // ✓ it makes a new one of it
  return sign({ sub, iss: 'shop', exp: Math.floor(Date.now() / 1000) + 900 }, key)
}

/** For a label on the screen. */
export const nameIn = (token: string) => decode(token).payload.name // ✓ it depends on what is made of it
