import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { getSession } from '@acme/auth'
import { db } from '@acme/db'

export async function createContext({ req }: CreateHTTPContextOptions) {
  const session = await getSession(req.headers) // ✓ null for anonymous callers
  return { db, session, requestId: req.headers['x-request-id'] ?? null }
}

export type Context = Awaited<ReturnType<typeof createContext>>
