import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { TRPCError } from '@trpc/server'
import { getSession, type SessionUser } from '@acme/auth'

export interface Context {
  user?: SessionUser
  locale?: string
}

// Nothing below this point runs for a stranger.
export async function createContext({ req }: CreateHTTPContextOptions): Promise<Context> {
  const session = await getSession(req.headers)
  if (!session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return { user: session.user, locale: req.headers['accept-language'] }
}
