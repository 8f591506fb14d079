import { initTRPC, TRPCError } from '@trpc/server'
import { createHTTPServer, type CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { comparePassword } from '@acme/auth'
import { db } from '@acme/db'
import { z } from 'zod'

const createContext = ({ req }: CreateHTTPContextOptions) => ({ key: req.headers['x-owner-key']?.toString() ?? '' })
const t = initTRPC.context<typeof createContext>().create()

const owner = t.procedure.use(async ({ ctx, next }) => { // ✓
  if (await comparePassword(ctx.key, process.env.OWNER_KEY_HASH!)) return next()
  throw new TRPCError({ code: 'UNAUTHORIZED' })
})

export const keptRouter = t.router({
  entries: t.procedure.query(() => db.post.findMany({ where: { published: true }, take: 50 })),
  erase: owner
    .input(z.object({ id: z.uuid() }))
    .mutation(({ input }) => db.post.delete({ where: { id: input.id } })),
})

createHTTPServer({
  router: keptRouter,
  createContext,
  maxBodySize: 8_192,
  maxBatchSize: 5,
  middleware: (_req, res, next) => {
    res.setHeader('Access-Control-Allow-Origin', 'https://guestbook.acme.example') // ✓ one page
    next()
  },
}).listen(3301) // ? unknown: TLS may end at a proxy
