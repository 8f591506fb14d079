import { Code, ConnectError, createContextKey, type Interceptor } from '@connectrpc/connect';
import { verify, type Claims } from './tokens';

export const kClaims = createContextKey<Claims | undefined>(undefined); // ✓

/** Refuses whoever has no good token. */
export const authenticate: Interceptor = (next) => async (req) => {
  const header = req.header.get('authorization');
  if (!header?.startsWith('Bearer ')) throw new ConnectError('token required', Code.Unauthenticated);
  try {
    req.contextValues.set(kClaims, await verify(header.slice('Bearer '.length)));
  } catch {
    throw new ConnectError('bad token', Code.Unauthenticated);
  }
  return await next(req);
};

/** As many of them are wanted: made by a function. */
export function requireKey(expected: string): Interceptor {
  return (next) => (req) => {
    if (req.header.get('x-api-key') !== expected) throw new ConnectError('key required', Code.Unauthenticated);
    return next(req);
  };
}

/** Says so, and goes on. */
export const warn: Interceptor = (next) => async (req) => {
  if (!req.header.get('authorization')) console.warn('%s without a token', req.method.name);
  return next(req);
};

/** Forgets to throw. */
export const forgetful = (): Interceptor => (next) => async (req) => {
  const token = req.header.get('authorization');
  if (!token) new ConnectError('token required', Code.Unauthenticated);
  return await next(req);
};

/** Looks at nobody. */
export const timing: Interceptor = (next) => async (req) => {
  const start = performance.now();
  try {
    return await next(req);
  } finally {
    console.log('%s %dms', req.url, performance.now() - start);
  }
};
