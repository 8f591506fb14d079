import { adminProcedure, memberProcedure, orgProcedure, router } from '../trpc'
import { inviteMember, removeMember } from './handlers'
import * as schemas from './schemas'

export const memberRouter = router({
  list: memberProcedure.query(({ ctx }) => ctx.db.user.findMany({ where: { orgId: ctx.user.orgId }, take: 100 })),
  invite: adminProcedure.input(schemas.invite).mutation(inviteMember), // ✗ require-bounded-input
  remove: adminProcedure.input(schemas.removal).mutation(removeMember), // ✓
  rename: orgProcedure.input(schemas.removal).mutation(({ ctx, input }) =>
    ctx.db.user.update({ where: { id: input.id }, data: { role: 'member' } }),
  ),
})
