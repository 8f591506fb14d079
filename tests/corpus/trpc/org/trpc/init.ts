import { initTRPC } from '@trpc/server'
import type { Session } from '@acme/auth'
import { db } from '@acme/db'

export async function createContext(opts: { session: Session | null }) {
  return { db, session: opts.session }
}

export interface Meta {
  audited?: boolean
}

export const t = initTRPC.context<typeof createContext>().meta<Meta>().create({ defaultMeta: { audited: true } })
