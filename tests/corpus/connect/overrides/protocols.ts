import { fastifyConnectPlugin } from '@connectrpc/connect-fastify';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { createConnectRouter, type ServiceImpl } from '@connectrpc/connect';
import { fastify } from 'fastify';
import { ElizaService } from '../gen/eliza_pb';

/** Pages of other sites can send what the Connect protocol calls a request; what gRPC does they cannot. */
const onlyGrpc = { connect: false, grpcWeb: false };
const readMaxBytes = 65_536;

class Eliza implements Partial<ServiceImpl<typeof ElizaService>> {
  say() {
    return { sentence: 'go on' };
  }
}

export const inner = createConnectRouter({ readMaxBytes, ...onlyGrpc })
  .service(ElizaService, new Eliza()) // ✓
  .service(ElizaService, new Eliza(), { readMaxBytes: 1024 }) // ✗ no-ignored-security-option
  .service(ElizaService, new Eliza(), { readMaxBytes: 1024, ...onlyGrpc }); // ✓

export const handler = connectNodeAdapter({
  readMaxBytes,
  connect: false,
  routes(router) {
    router.rpc(ElizaService.method.say, () => ({ sentence: 'go on' }), { maxTimeoutMs: 5000 }); // ✗ no-ignored-security-option
    router.rpc(ElizaService.method.say, () => ({ sentence: 'go on' }), { maxTimeoutMs: 5000, ...onlyGrpc }); // ✓
  },
});

const limits = (more: object) => ({ maxTimeoutMs: 5000, ...more });

export async function start(more: object) {
  const server = fastify();
  await server.register(fastifyConnectPlugin, {
    readMaxBytes,
    grpc: true,
    routes(router) {
      router.service(ElizaService, new Eliza(), { readMaxBytes: 1024 }); // ✓ everything is spoken anyway
      router.service(ElizaService, new Eliza(), limits(more)); // ? unknown: the rest comes from a caller
    },
  });
  await server.listen({ host: 'localhost', port: 8443 });
}
