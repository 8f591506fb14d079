import { fetchRequestHandler } from '@trpc/server/adapters/fetch'
import { appRouter, createContext } from './app'

const common = {
  endpoint: '/trpc',
  router: appRouter,
  createContext,
  maxBatchSize: 10,
}

export default {
  async fetch(req: Request): Promise<Response> {
    const { pathname } = new URL(req.url)
    if (req.method === 'OPTIONS') return new Response(null, { status: 204 })
    if (!pathname.startsWith('/trpc/')) return new Response('Not found', { status: 404 })
    if (Number(req.headers.get('content-length') ?? 0) > 100_000) return new Response(null, { status: 413 })
    return fetchRequestHandler({ ...common, req }) // ✓
  },
}

const sized = { maxBodySize: 100_000 } // ✗ no-unlimited-message

export const onRequestPost = ({ request }: { request: Request }) =>
  fetchRequestHandler({ ...common, ...sized, req: request })
