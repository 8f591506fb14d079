import { createChannel, createClient, createClientFactory } from 'nice-grpc';
import { deadlineMiddleware } from 'nice-grpc-client-middleware-deadline';
import { UsersDefinition } from '../gen/users';

const channel = createChannel('https://users.internal.example.com');

export const users = createClient(UsersDefinition, channel);
export const patient = createClient(UsersDefinition, channel, { '*': { signal: AbortSignal.timeout(60_000) } });
export const timed = createClientFactory().use(deadlineMiddleware).create(UsersDefinition, channel, { '*': { deadline: 5000 } });
