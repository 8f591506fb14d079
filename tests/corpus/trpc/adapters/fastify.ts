import { fastifyTRPCPlugin, type FastifyTRPCPluginOptions } from '@trpc/server/adapters/fastify'
import fastify from 'fastify'
import { appRouter, createContext } from './app'

const server = fastify({ routerOptions: { maxParamLength: 5000 } })

server.register(fastifyTRPCPlugin, {
  prefix: '/v1/trpc',
  trpcOptions: { router: appRouter, createContext }, // ✗ no-unlimited-message
})

server.register(fastifyTRPCPlugin, {
  prefix: '/v2/trpc',
  trpcOptions: {
    router: appRouter,
    createContext,
    maxBatchSize: 25, // ✓ fastify itself reads no more than a megabyte
    onError({ path, error }) {
      console.error(`Error in tRPC handler on path '${path}':`, error.code)
    },
  } satisfies FastifyTRPCPluginOptions<typeof appRouter>['trpcOptions'],
})

const generous = fastify({ bodyLimit: Number.MAX_SAFE_INTEGER }) // ✗ no-unlimited-message
generous.register(fastifyTRPCPlugin, {
  prefix: '/trpc',
  trpcOptions: { router: appRouter, createContext, maxBatchSize: 25 },
})

await server.listen({ port: 5002, host: '127.0.0.1' })
await generous.listen({ port: 5003, host: '127.0.0.1' })
