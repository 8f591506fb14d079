import { createRemoteJWKSet } from 'jose'

const LOCAL = 'http://localhost:8080/realms/acme/protocol/openid-connect/certs'

export const keys = createRemoteJWKSet(new URL('http://id.acme.example/realms/acme/protocol/openid-connect/certs')) // ✗ no-weak-token-verification
export const partnerKeys = createRemoteJWKSet(new URL('https://id.partner.example/.well-known/jwks.json')) // ✓
export const ownKeys = createRemoteJWKSet(new URL(process.env.JWKS_URL ?? LOCAL)) // ✓ this machine, unless told otherwise
