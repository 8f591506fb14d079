import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'
import { db } from '@acme/db'
import { z } from 'zod'
import { anything, submission, withPayload } from './schemas'
import type { Signature, Submission } from './types'

const t = initTRPC.context<{ session: Session | null }>().create()
const member = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next({ ctx: { userId: ctx.session.user.id } })
})

const store = (ownerId: string, formId: string, value: unknown) =>
  db.job.create({ data: { ownerId, id: formId, status: JSON.stringify(value) } })

export const intakeRouter = t.router({
  submit: member.input(submission).mutation(({ ctx, input }) => store(ctx.userId, input.formId, input.answers)), // ✓

  submitMobile: member
    .input((value) => value as Submission) // ✗ require-argument-validation
    .mutation(({ ctx, input }) => store(ctx.userId, input.formId, input.answers)),

  submitKiosk: member
    .input(anything) // ✗ require-argument-validation
    .mutation(({ ctx, input }) => store(ctx.userId, input.formId, input.answers)),

  submitPartner: member
    .input(withPayload) // ✗ require-argument-validation
    .mutation(({ ctx, input }) => store(ctx.userId, input.formId, input.payload)),

  sign: member
    .input(z.custom<Signature>()) // ✗ require-argument-validation
    .mutation(({ ctx, input }) => store(ctx.userId, input.name, input.png)),

  signToken: member
    .input(z.custom<`sig_${string}`>((v) => typeof v === 'string' && /^sig_[a-z0-9]{32}$/.test(v))) // ✓ looks
    .mutation(({ ctx, input }) => store(ctx.userId, input, null)),

  signTablet: member
    .input((value: unknown): Signature => { // ✓ throws for anything else
      if (typeof value !== 'object' || value === null) throw new TypeError('signature expected')
      const { name, png } = value as Record<string, unknown>
      if (typeof name !== 'string' || name.length > 80) throw new TypeError('name expected')
      if (typeof png !== 'string' || png.length > 20_000) throw new TypeError('png expected')
      return { name, png }
    })
    .mutation(({ ctx, input }) => store(ctx.userId, input.name, input.png)),

  latest: member
    .output(z.any()) // ✓ what leaves is ours
    .query(({ ctx }) => db.job.findFirst({ where: { ownerId: ctx.userId } })),
})
