import { initTRPC, TRPCError } from '@trpc/server'
import type { Session } from '@acme/auth'
import { submission } from './schemas'
import type { Submission } from './types'

const t = initTRPC.context<{ session: Session | null; quota: Map<string, number> }>().create()

const perForm = t.middleware(async ({ ctx, getRawInput, next }) => {
  const raw = (await getRawInput()) as Submission // ✗ require-argument-validation
  const used = ctx.quota.get(raw.formId) ?? 0
  if (used > 100) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  return next()
})

const perSubmission = t.middleware(async ({ ctx, getRawInput, next }) => {
  const { formId } = submission.parse(await getRawInput()) // ✓ parsed first
  const used = ctx.quota.get(formId) ?? 0
  if (used > 100) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  return next()
})

const checked = t.procedure.use(({ ctx, next }) => {
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  return next()
})

export const rawRouter = t.router({
  first: checked.use(perForm).input(submission).mutation(({ input }) => input.formId),
  second: checked.use(perSubmission).input(submission).mutation(({ input }) => input.formId),
  count: checked.query(() => 0), // ✓ takes no input
})
