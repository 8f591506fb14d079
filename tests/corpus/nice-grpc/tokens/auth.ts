import { timingSafeEqual } from 'node:crypto';
import { ServerError, Status, type CallContext, type ServerMiddlewareCall } from 'nice-grpc';

export interface AuthContext {
  subject: string;
}

function subjectOf(header: string | undefined): string | undefined {
  const expected = Buffer.from(process.env.SERVICE_TOKEN ?? '');
  const given = Buffer.from(header?.replace(/^Bearer /, '') ?? '');
  return expected.length > 0 && expected.length === given.length && timingSafeEqual(expected, given) ? 'service' : undefined;
}

/** Refuses whoever has no token. */
export async function* requireToken<Request, Response>(call: ServerMiddlewareCall<Request, Response, AuthContext>, context: CallContext) {
  const subject = subjectOf(context.metadata.get('authorization'));
  if (!subject) throw new ServerError(Status.UNAUTHENTICATED, 'token required');
  return yield* call.next(call.request, { ...context, subject });
}

/** Says so, and goes on. */
export async function* warnAboutToken<Request, Response>(call: ServerMiddlewareCall<Request, Response>, context: CallContext) {
  if (!subjectOf(context.metadata.get('authorization'))) console.warn('%s without a token', call.method.path);
  return yield* call.next(call.request, context);
}

/** Catches its own refusal. */
export async function* swallow<Request, Response>(call: ServerMiddlewareCall<Request, Response>, context: CallContext) {
  try {
    if (!subjectOf(context.metadata.get('authorization'))) throw new ServerError(Status.UNAUTHENTICATED, 'token required');
  } catch (error) {
    console.error(error);
  }
  return yield* call.next(call.request, context);
}

/** Looks at nobody. */
export async function* timing<Request, Response>(call: ServerMiddlewareCall<Request, Response>, context: CallContext) {
  const start = performance.now();
  try {
    return yield* call.next(call.request, context);
  } finally {
    console.log('%s %dms', call.method.path, performance.now() - start);
  }
}
