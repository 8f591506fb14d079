import { initTRPC } from '@trpc/server'
import { createHTTPServer } from '@trpc/server/adapters/standalone'
import { db } from '@acme/db'
import { z } from 'zod'

const t = initTRPC.create()

export const guestbookRouter = t.router({
  entries: t.procedure.query(() => db.post.findMany({ where: { published: true }, take: 50 })),
  sign: t.procedure
    .input(z.object({ name: z.string().max(80), text: z.string().max(500) }))
    .mutation(({ input }) => db.post.create({ data: { title: input.name, body: input.text } })),
  erase: t.procedure
    .input(z.object({ id: z.uuid() }))
    .mutation(({ input }) => db.post.delete({ where: { id: input.id } })),
})

createHTTPServer({ router: guestbookRouter, maxBodySize: 8_192, maxBatchSize: 5 }).listen(3300) // ✗ require-client-authentication
