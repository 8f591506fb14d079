import { createServer, ServerError, Status, type CallContext, type ServerMiddleware, type ServerMiddlewareCall } from 'nice-grpc';
import { verify, type Claims } from './keys';

const open = new Set(['/shop.users.v1.Users/GetUser']);

/** Some methods are for everybody: whether this one is cannot be told here. */
const authenticate: ServerMiddleware<{ claims?: Claims }> = async function* authenticate<Request, Response>(call: ServerMiddlewareCall<Request, Response, { claims?: Claims }>, context: CallContext) {
  if (open.has(call.method.path)) return yield* call.next(call.request, context);
  const header = context.metadata.get('Authorization');
  if (!header) throw new ServerError(Status.UNAUTHENTICATED, 'token required');
  try {
    const claims = await verify(header.slice('Bearer '.length));
    return yield* call.next(call.request, { ...context, claims });
  } catch {
    throw new ServerError(Status.PERMISSION_DENIED, 'bad token');
  }
};

export const server = createServer().use(authenticate); // ? unknown: which methods are open is looked up
