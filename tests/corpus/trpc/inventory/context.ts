import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'

export function createContext({ req }: CreateExpressContextOptions) {
  const [scheme, token] = (req.headers.authorization ?? '').split(' ')
  return { token: scheme === 'Bearer' && token ? token : null }
}

export type Context = ReturnType<typeof createContext>
