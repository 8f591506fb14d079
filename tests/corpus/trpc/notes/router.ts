import { db } from '@acme/db'
import { z } from 'zod'
import { memberProcedure, ownerProcedure, router } from './trpc'

const noteId = z.object({ id: z.uuid() })

export const notesRouter = router({
  list: ownerProcedure.query(({ ctx }) => db.post.findMany({ where: { authorId: ctx.session.user.id }, take: 50 })),

  archive: memberProcedure.input(noteId).mutation(({ input }) => // ✓ the guard itself is at fault
    db.post.update({ where: { id: input.id }, data: { published: false } }),
  ),

  remove: ownerProcedure.input(noteId).mutation(({ ctx, input }) =>
    db.post.delete({ where: { id: input.id, authorId: ctx.session.user.id } }),
  ),
})
