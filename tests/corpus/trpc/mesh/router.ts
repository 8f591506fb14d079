import type { TLSSocket } from 'node:tls'
import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { db } from '@acme/db'
import { z } from 'zod'

export function createContext({ req }: CreateHTTPContextOptions) {
  const socket = req.socket as TLSSocket
  return { service: socket.authorized ? String(socket.getPeerCertificate().subject.CN) : null }
}

const t = initTRPC.context<typeof createContext>().create()

const known = new Set(['orders', 'stock'])
const service = t.procedure.use(({ ctx, next }) => {
  if (ctx.service === null || !known.has(ctx.service)) throw new TRPCError({ code: 'FORBIDDEN' })
  return next({ ctx: { service: ctx.service } })
})

export const meshRouter = t.router({
  claim: service.input(z.object({ job: z.uuid() })).mutation(({ ctx, input }) =>
    db.job.update({ where: { id: input.job }, data: { status: `claimed by ${ctx.service}` } }),
  ),
})
