import { initTRPC } from '@trpc/server'
import { db } from '@acme/db'
import { z } from 'zod'

const t = initTRPC.create()

// Express lets only partners through.
export const partnerRouter = t.router({
  report: t.procedure
    .input(z.object({ job: z.uuid(), status: z.enum(['done', 'failed']) }))
    .mutation(({ input }) => db.job.update({ where: { id: input.job }, data: { status: input.status } })),
})
