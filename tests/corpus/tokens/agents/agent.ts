import { EmbeddedJWK, jwtVerify } from 'jose'

export async function agentFrom(token: string): Promise<string> {
  const { payload } = await jwtVerify(token, EmbeddedJWK, { audience: 'agents' }) // ✗ no-weak-token-verification
  return payload.sub!
}
