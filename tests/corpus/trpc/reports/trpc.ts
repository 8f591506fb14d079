import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'

interface Context {
  session: Session | null
}

const t = initTRPC.context<Context>().create({
  isDev: true, // ✗ no-error-detail-leak
})

const exporting = initTRPC.context<Context>().create({
  errorFormatter: ({ shape, error }) => ({
    ...shape,
    data: { ...shape.data, stack: error.stack }, // ✗ no-error-detail-leak
  }),
})

const stating = initTRPC.context<Context>().create({
  isDev: process.env.NODE_ENV === 'development', // ✓
  errorFormatter({ shape, error }) { // ✓
    if (error.code === 'INTERNAL_SERVER_ERROR') console.error(error.stack)
    return { ...shape, message: error.code === 'BAD_REQUEST' ? shape.message : 'Something went wrong' }
  },
})

export const reports = { router: t.router, procedure: t.procedure }
export const exports_ = { router: exporting.router, procedure: exporting.procedure }
export const statements = {
  router: stating.router,
  procedure: stating.procedure.use(({ ctx, next }) => {
    if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
    return next({ ctx: { session: ctx.session } })
  }),
}
