import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { userOf } from './verify.js'

const PARTNER_SECRET = 'x7Kq-partner-2019' // ✗ no-weak-token-verification `verify.ts` proves tokens with it

export async function createContext({ req }: CreateHTTPContextOptions) {
  const token = req.headers.authorization?.slice('Bearer '.length)
  if (!token) return { user: null, partner: null }
  const partner = await userOf(token, PARTNER_SECRET).catch(() => null)
  const user = await userOf(token, process.env.JWT_SECRET!).catch(() => null) // ✓
  return { user, partner }
}
