import { createCaller } from '@/server/root'
import { createTRPCContext } from '@/server/trpc'

declare function headers(): Promise<Headers>

const createContext = async () => {
  const heads = new Headers(await headers()) // ✓ stays in this process
  heads.set('x-trpc-source', 'rsc')
  return createTRPCContext({ headers: heads })
}

export const api = createCaller(createContext)
