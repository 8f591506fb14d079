import { createTRPCClient, httpBatchLink, loggerLink } from '@trpc/client'
import type { AppRouter } from './routers'

function getBaseUrl() {
  if (process.env.PUBLIC_URL) return process.env.PUBLIC_URL
  return `http://localhost:${process.env.PORT ?? 3000}` // ✓ this machine
}

export const api = createTRPCClient<AppRouter>({
  links: [
    loggerLink({ enabled: () => process.env.NODE_ENV === 'development' }),
    httpBatchLink({
      url: `${getBaseUrl()}/trpc`,
      maxURLLength: 2083,
      headers: () => ({ authorization: `Bearer ${process.env.BLOG_TOKEN}` }),
    }),
  ],
})

export async function publishLatest(id: string) {
  const post = await api.post.byId.query({ id }, { signal: AbortSignal.timeout(5_000) })
  await api.post.publish.mutate({ id: post.id }, { signal: AbortSignal.timeout(5_000) })
}
