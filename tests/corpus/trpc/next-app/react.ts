import { createTRPCClient, httpBatchStreamLink } from '@trpc/client'
import SuperJSON from 'superjson'
import type { AppRouter } from '@/server/root'

function getBaseUrl() {
  if (typeof window !== 'undefined') return window.location.origin
  if (process.env.VERCEL_URL) return `https://${process.env.VERCEL_URL}`
  return `http://localhost:${process.env.PORT ?? 3000}` // ✓
}

export const api = createTRPCClient<AppRouter>({
  links: [
    httpBatchStreamLink({
      transformer: SuperJSON,
      url: getBaseUrl() + '/api/trpc',
      headers: () => {
        const headers = new Headers()
        headers.set('x-trpc-source', 'nextjs-react')
        return headers
      },
    }),
  ],
})
