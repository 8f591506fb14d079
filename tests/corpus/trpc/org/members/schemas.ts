import { z } from 'zod'

const role = z.enum(['member', 'admin'])

export const invite = z.object({ email: z.email(), role })
export const removal = z.object({ id: z.uuid() })
