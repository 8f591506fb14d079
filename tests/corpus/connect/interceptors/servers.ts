import express from 'express';
import fastify from 'fastify';
import { expressConnectMiddleware } from '@connectrpc/connect-express';
import { fastifyConnectPlugin } from '@connectrpc/connect-fastify';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import routes from '../guide/connect';
import { authenticate, forgetful, requireKey, timing, warn } from './auth';

const readMaxBytes = 4 * 1024 * 1024;

export const guarded = connectNodeAdapter({ routes, readMaxBytes, interceptors: [timing, authenticate] }); // ✓
export const keyed = connectNodeAdapter({ routes, readMaxBytes, interceptors: [requireKey(process.env.KEY!)] }); // ✓
export const warned = connectNodeAdapter({ routes, readMaxBytes, interceptors: [timing, warn] }); // ✗ no-ineffective-guard

const app = express();
app.use(expressConnectMiddleware({ routes, readMaxBytes, interceptors: [forgetful()] })); // ✗ no-ineffective-guard
app.use(expressConnectMiddleware({ routes, interceptors: [authenticate] })); // ✗ no-unlimited-message

export async function start() {
  const server = fastify({ http2: true });
  await server.register(fastifyConnectPlugin, { routes, readMaxBytes, interceptors: [warn] }); // ✗ no-ineffective-guard
  await server.register(fastifyConnectPlugin, { routes, interceptors: [authenticate] }); // ✗ no-unlimited-message
  await server.listen({ host: '0.0.0.0', port: 8080 }); // ✗ require-encryption
}

export async function nearby() {
  const server = fastify({ http2: true });
  await server.register(fastifyConnectPlugin, { routes, readMaxBytes });
  await server.listen({ port: 8080 }); // ✓ Fastify listens at localhost
}
