import { TRPCError } from '@trpc/server'
import { comparePassword, issueSession } from '@acme/auth'
import { z } from 'zod'
import { credentials } from '../schemas'
import { protectedProcedure, publicProcedure, router } from '../trpc'

export const accountRouter = router({
  me: protectedProcedure.query(({ ctx }) => ctx.session.user),

  signIn: publicProcedure.input(credentials).mutation(async ({ ctx, input }) => { // ✓ proves who calls by itself
    const user = await ctx.db.user.findFirst({ where: { email: input.email } })
    if (!user || !(await comparePassword(input.password, user.passwordHash))) {
      throw new TRPCError({ code: 'UNAUTHORIZED', message: 'Wrong e-mail or password' })
    }
    return { token: await issueSession(user.id) }
  }),

  rename: protectedProcedure
    .input(z.object({ email: z.email().max(254) }))
    .mutation(({ ctx, input }) =>
      ctx.db.user.update({ where: { id: ctx.session.user.id }, data: { email: input.email } }),
    ),
})
