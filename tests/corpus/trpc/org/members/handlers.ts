import { TRPCError } from '@trpc/server'
import type { SessionUser } from '@acme/auth'
import type { Database } from '@acme/db'
import type { z } from 'zod'
import type { invite, removal } from './schemas'

interface Options<Input> {
  ctx: { db: Database; user: SessionUser }
  input: Input
}

export async function inviteMember({ ctx, input }: Options<z.infer<typeof invite>>) {
  const taken = await ctx.db.user.count({ where: { email: input.email } })
  if (taken > 0) throw new TRPCError({ code: 'CONFLICT' })
  return ctx.db.user.create({ data: { email: input.email, role: input.role, orgId: ctx.user.orgId } })
}

export async function removeMember({ ctx, input }: Options<z.infer<typeof removal>>) {
  if (input.id === ctx.user.id) throw new TRPCError({ code: 'BAD_REQUEST' })
  await ctx.db.user.delete({ where: { id: input.id, orgId: ctx.user.orgId } })
}
