import { z } from 'zod'

export const anything = z.any()

export const submission = z.object({
  formId: z.uuid(),
  answers: z.record(z.string().max(60), z.string().max(2_000)).refine((a) => Object.keys(a).length <= 50),
})

export const withPayload = z.object({
  formId: z.uuid(),
  payload: z.unknown(),
})
