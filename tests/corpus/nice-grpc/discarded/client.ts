import { createChannel, createClientFactory } from 'nice-grpc';
import { deadlineMiddleware } from 'nice-grpc-client-middleware-deadline';
import { UsersDefinition } from '../gen/users';

const channel = createChannel('https://users.example.com'); // ✓

export const factory = createClientFactory();
factory.use(deadlineMiddleware); // ✗ no-ineffective-guard

export const users = factory.create(UsersDefinition, channel);

export const timed = createClientFactory().use(deadlineMiddleware).create(UsersDefinition, channel); // ✓

/** Whoever takes what comes back takes the middleware along. */
export function withDeadline<F extends ReturnType<typeof createClientFactory>>(base: F) {
  return base.use(deadlineMiddleware); // ✓
}
