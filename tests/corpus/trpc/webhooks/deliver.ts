import { TRPCError } from '@trpc/server'

const PARTNERS = new Set(['hooks.slack.com', 'hooks.zapier.com'])

export function partnerUrl(text: string): URL {
  const url = new URL(text)
  if (url.protocol !== 'https:' || !PARTNERS.has(url.hostname)) {
    throw new TRPCError({ code: 'BAD_REQUEST', message: 'Unknown partner' })
  }
  return url
}

export async function post(url: URL | string, body: unknown) {
  const response = await fetch(url, {
    method: 'POST',
    body: JSON.stringify(body),
    redirect: 'error',
    signal: AbortSignal.timeout(5_000),
  })
  return response.status
}
