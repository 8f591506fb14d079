import { initTRPC } from '@trpc/server'
import { db } from '@acme/db'
import { createInsertSchema } from 'drizzle-zod'
import { z } from 'zod'
import { tags } from '../tables'

const t = initTRPC.create()
const insertTag = createInsertSchema(tags)

export const tagRouter = t.router({
  add: t.procedure
    .input(insertTag.pick({ title: true })) // ? unknown: what the table lets in
    .mutation(({ input }) => db.post.create({ data: input })),
  describe: t.procedure
    .input(insertTag.omit({ title: true }).extend({ text: z.string() })) // ✗ require-bounded-input
    .mutation(({ input }) => db.post.create({ data: { body: input.text } })),
})
