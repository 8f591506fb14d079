import { createServer, ServerError, Status, type CallContext, type ServerMiddlewareCall } from 'nice-grpc';
import { UsersDefinition } from '../gen/users';
import { usersService } from '../discarded/service';

const allowed = new Set(['10.0.0.4', '10.0.0.5']);

async function* onlyFromGateway<Request, Response>(call: ServerMiddlewareCall<Request, Response>, context: CallContext) {
  const host = context.peer.split(':')[0] ?? '';
  if (!allowed.has(host)) throw new ServerError(Status.PERMISSION_DENIED, 'not from here'); // ✗ no-endpoint-security
  return yield* call.next(call.request, context);
}

async function* log<Request, Response>(call: ServerMiddlewareCall<Request, Response>, context: CallContext) {
  console.log('%s from %s', call.method.path, context.peer); // ✓
  return yield* call.next(call.request, context);
}

export const server = createServer().use(log).use(onlyFromGateway);
server.add(UsersDefinition, {
  ...usersService,
  async updateUser(request, context) {
    if (!context.peer.startsWith('10.')) throw new ServerError(Status.PERMISSION_DENIED, 'not from here'); // ✗ no-endpoint-security
    return request.user;
  },
});
