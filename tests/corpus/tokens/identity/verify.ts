import { importSPKI, jwtVerify, type JWTPayload } from 'jose'
import { keys, partnerKeys } from './keys.js'

const expected = { issuer: 'https://id.acme.example', audience: 'orders' }

export async function userFrom(token: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, keys, expected) // ✓
  return payload
}

export async function partnerFrom(token: string): Promise<JWTPayload> {
  const { payload } = await jwtVerify(token, partnerKeys) // ✗ no-weak-token-verification a token of theirs for somebody else is as good
  return payload
}

const machineKey = new TextEncoder().encode(process.env.MACHINE_SECRET ?? 'machine-to-machine') // ✗ no-weak-token-verification

export const machineFrom = async (token: string) => (await jwtVerify(token, machineKey, expected)).payload

export async function deviceFrom(token: string, pem: string) {
  return (await jwtVerify(token, await importSPKI(pem, 'ES256'), { ...expected, maxTokenAge: '5m' })).payload // ✓
}
