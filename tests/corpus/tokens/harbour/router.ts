import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateExpressContextOptions } from '@trpc/server/adapters/express'
import type { Skipper } from './identify.js'

export const createContext = ({ req }: CreateExpressContextOptions) => ({ skipper: (req as { skipper?: Skipper }).skipper })
const t = initTRPC.context<ReturnType<typeof createContext>>().create()
const skippers = t.procedure.use(({ ctx, next }) => {
  if (!ctx.skipper) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { skipper: ctx.skipper } })
})

export const berthRouter = t.router({ mine: skippers.query(({ ctx }) => ctx.skipper.vessel) })
