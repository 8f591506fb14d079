import type { FetchCreateContextFnOptions } from '@trpc/server/adapters/fetch'

export function createContext({ req }: FetchCreateContextFnOptions) {
  return { token: req.headers.get('authorization')?.replace(/^Bearer /, '') }
}
export type Context = ReturnType<typeof createContext>
