import { initTRPC, TRPCError } from '@trpc/server'
import { getSession } from '@acme/auth'
import { db } from '@acme/db'
import superjson from 'superjson'
import { ZodError } from 'zod'

export const createTRPCContext = async (opts: { headers: Headers }) => {
  const session = await getSession(opts.headers)
  return { db, session, ...opts }
}

const t = initTRPC.context<typeof createTRPCContext>().create({
  transformer: superjson,
  errorFormatter({ shape, error }) { // ✓ says which field was wrong, nothing more
    return {
      ...shape,
      data: {
        ...shape.data,
        zodError: error.cause instanceof ZodError ? error.cause.flatten() : null,
      },
    }
  },
})

export const createCallerFactory = t.createCallerFactory
export const createTRPCRouter = t.router

const timingMiddleware = t.middleware(async ({ next, path }) => { // ✓ measures, guards nothing
  const start = Date.now()
  const result = await next()
  console.log(`[TRPC] ${path} took ${Date.now() - start}ms to execute`)
  return result
})

export const publicProcedure = t.procedure.use(timingMiddleware)

export const protectedProcedure = t.procedure.use(timingMiddleware).use(({ ctx, next }) => { // ✓
  if (!ctx.session?.user) {
    throw new TRPCError({ code: 'UNAUTHORIZED' })
  }
  return next({
    ctx: { session: { ...ctx.session, user: ctx.session.user } },
  })
})
