import { createChannel, createClient, createClientFactory, Metadata, type CallOptions, type ClientMiddlewareCall } from 'nice-grpc';
import { UsersDefinition } from '../gen/users';

const apiKey = process.env.USERS_API_KEY!;

async function* withKey<Request, Response>(call: ClientMiddlewareCall<Request, Response>, options: CallOptions) {
  const metadata = Metadata(options.metadata).set('x-api-key', apiKey);
  return yield* call.next(call.request, { ...options, metadata });
}

export async function byMiddleware(id: string) {
  const channel = createChannel('users.example.com:50051'); // ✗ no-credentials-in-clear
  const users = createClientFactory().use(withKey).create(UsersDefinition, channel);
  return users.getUser({ id }, { signal: AbortSignal.timeout(5000) });
}

export async function byCall(id: string) {
  const channel = createChannel('http://users.example.com'); // ✗ no-credentials-in-clear
  const users = createClient(UsersDefinition, channel);
  return users.getUser({ id }, { metadata: Metadata({ authorization: `Bearer ${apiKey}` }), signal: AbortSignal.timeout(5000) });
}

export async function sealed(id: string) {
  const channel = createChannel('https://users.example.com'); // ✓
  const users = createClientFactory().use(withKey).create(UsersDefinition, channel);
  return users.getUser({ id }, { signal: AbortSignal.timeout(5000) });
}

export async function nearby(id: string) {
  const users = createClientFactory().use(withKey).create(UsersDefinition, createChannel('localhost:50051')); // ✓
  return users.getUser({ id }, { signal: AbortSignal.timeout(5000) });
}
