import { z } from 'zod'

const MAX_PAGE = 100

export const listInput = z.object({
  limit: z.number().int().min(1).max(MAX_PAGE).default(20),
  cursor: z.uuid().nullish(),
})

export const statusInput = z.object({
  id: z.uuid(),
  status: z.enum(['shown', 'hidden']),
})

export const feedbackInput = z.object({
  subject: z.string().trim().min(3),
  message: z.string().max(4000),
})
