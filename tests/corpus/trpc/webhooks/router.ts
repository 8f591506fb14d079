import { db } from '@acme/db'
import { z } from 'zod'
import { partnerUrl, post } from './deliver'
import { authed, router } from './trpc'

const target = z.object({ url: z.url().max(2048) })

export const webhookRouter = router({
  test: authed.input(target).mutation(async ({ input }) => {
    const res = await fetch(input.url, { method: 'POST', body: '{"test":true}' }) // ✗ no-peer-supplied-endpoint, require-call-deadline
    return { status: res.status }
  }),

  preview: authed.input(target).query(async ({ input, signal }) => {
    const res = await fetch(input.url, { // ✗ no-peer-supplied-endpoint
      signal: AbortSignal.any([AbortSignal.timeout(2_000), ...(signal ? [signal] : [])]),
    })
    return (await res.text()).slice(0, 500)
  }),

  notify: authed.input(target).mutation(async ({ ctx, input }) => {
    const url = partnerUrl(input.url)
    return post(url, { from: ctx.session.user.email }) // ✓ only known partners
  }),

  replay: authed.input(z.object({ id: z.uuid() })).mutation(async ({ ctx, input }) => {
    const job = await db.job.findFirst({ where: { id: input.id, ownerId: ctx.session.user.id } })
    return job ? post(job.callbackUrl, { id: job.id }) : null // ? unknown: who wrote the stored address
  }),

  weather: authed.input(z.object({ city: z.string().max(60) })).query(async ({ input }) => {
    const query = new URLSearchParams({ q: input.city })
    const res = await fetch(`https://api.weather.example/v1/now?${query}`) // ✗ require-call-deadline
    return (await res.json()) as { celsius: number }
  }),

  avatar: authed.input(z.object({ size: z.union([z.literal(64), z.literal(128)]) })).query(async ({ ctx, input, signal }) => {
    const url = new URL('https://avatars.acme.example/')
    url.searchParams.set('s', String(input.size))
    url.searchParams.set('u', ctx.session.user.id)
    const res = await fetch(url, { signal: AbortSignal.timeout(3_000) }) // ✓ a fixed host
    return { type: res.headers.get('content-type'), aborted: signal?.aborted ?? false }
  }),
})
