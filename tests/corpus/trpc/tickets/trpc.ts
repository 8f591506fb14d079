import { initTRPC, TRPCError } from '@trpc/server'
import { z, ZodError } from 'zod'
import type { Session } from '@acme/auth'
import { inDevelopment, verbose } from './format'

interface Context {
  session: Session | null
}

const t = initTRPC.context<Context>().create({
  errorFormatter({ shape, error }) { // ✓ what the caller itself got wrong
    const zodError = error.code === 'BAD_REQUEST' && error.cause instanceof ZodError ? z.flattenError(error.cause) : null
    return { ...shape, data: { ...shape.data, zodError } }
  },
})

const support = initTRPC.context<Context>().create({ errorFormatter: verbose }) // ✗ no-error-detail-leak
const staff = initTRPC.context<Context>().create({ errorFormatter: inDevelopment }) // ✓

const signedIn = ({ session }: Context): Session => {
  if (!session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return session
}

export const { router } = t
export const customer = t.procedure.use(({ ctx, next }) => next({ ctx: { userId: signedIn(ctx).user.id } }))
export const agent = support.procedure.use(({ ctx, next }) => next({ ctx: { userId: signedIn(ctx).user.id } }))
export const clerk = staff.procedure.use(({ ctx, next }) => next({ ctx: { userId: signedIn(ctx).user.id } }))
export { support, staff }
