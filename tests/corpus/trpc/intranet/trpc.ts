import { initTRPC, TRPCError } from '@trpc/server'
import type { CreateHTTPContextOptions } from '@trpc/server/adapters/standalone'
import { getSession } from '@acme/auth'

export async function createContext({ req }: CreateHTTPContextOptions) {
  const forwarded = req.headers['x-forwarded-for']?.toString().split(',')[0]?.trim()
  return {
    ip: forwarded ?? req.socket.remoteAddress ?? 'unknown', // ✓ for the log and the limiter
    session: await getSession(req.headers),
  }
}

const t = initTRPC.context<typeof createContext>().create()
export const router = t.router

const seen = new Map<string, number>()
setInterval(() => seen.clear(), 60_000).unref()

const rateLimit = t.middleware(({ ctx, next }) => { // ✓ counts calls, lets nobody in
  const calls = (seen.get(ctx.ip) ?? 0) + 1
  seen.set(ctx.ip, calls)
  if (calls > 300) throw new TRPCError({ code: 'TOO_MANY_REQUESTS' })
  return next()
})

const fromOffice = t.middleware(({ ctx, next }) => {
  if (!ctx.ip.startsWith('10.20.')) throw new TRPCError({ code: 'FORBIDDEN' }) // ✗ no-endpoint-security by its declared type
  return next()
})

const signedIn = t.middleware(({ ctx, next }) => { // ✓
  if (!ctx.session) throw new TRPCError({ code: 'UNAUTHORIZED' })
  console.info('call', ctx.session.user.id, ctx.ip)
  return next({ ctx: { session: ctx.session } })
})

export const officeProcedure = t.procedure.use(rateLimit).use(fromOffice)
export const staffProcedure = t.procedure.use(rateLimit).use(signedIn)
