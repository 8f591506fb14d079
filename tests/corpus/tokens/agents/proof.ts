import { calculateJwkThumbprint, EmbeddedJWK, jwtVerify, type JWK } from 'jose'

/** A proof of possession (RFC 9449) brings its key; the token of access says which one it must be. */
export async function provenKey(proof: string, bound: string): Promise<void> {
  const { protectedHeader } = await jwtVerify(proof, EmbeddedJWK, { typ: 'dpop+jwt', maxTokenAge: '60s', issuer: 'agent' }) // ✓
  if (await calculateJwkThumbprint(protectedHeader.jwk as JWK) !== bound) throw new Error('another key')
}
