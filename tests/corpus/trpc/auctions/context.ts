import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import type { CreateWSSContextFnOptions } from '@trpc/server/adapters/ws'
import { getSession, verifySession, type SessionUser } from '@acme/auth'

export interface Context {
  user: SessionUser | null
  transport: 'http' | 'ws'
}

export async function createHttpContext({ req }: CreateHTTPContextOptions): Promise<Context> {
  const session = await getSession(req.headers)
  return { user: session?.user ?? null, transport: 'http' } // ✓ null stays null
}

export async function createWsContext({ info }: CreateWSSContextFnOptions): Promise<Context> {
  const token = info.connectionParams?.token
  if (!token) throw new Error('token missing') // ✓ closes the socket
  const session = await verifySession(token)
  return { user: session.user, transport: 'ws' }
}
