import { db } from '@acme/db'
import { z } from 'zod'
import { officeProcedure, router, staffProcedure } from './trpc'

const door = z.object({ id: z.uuid() })

export const doorRouter = router({
  list: staffProcedure.query(({ ctx }) => db.job.findMany({ where: { ownerId: ctx.session.user.orgId }, take: 50 })),
  unlock: officeProcedure.input(door).mutation(({ input }) => // ✓ said at its guard
    db.job.update({ where: { id: input.id }, data: { status: 'open' } }),
  ),
  lock: staffProcedure.input(door).mutation(({ input }) =>
    db.job.update({ where: { id: input.id }, data: { status: 'locked' } }),
  ),
})
