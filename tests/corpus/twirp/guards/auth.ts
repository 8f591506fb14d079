import { type Interceptor, type ServerHooks, type TwirpContext, TwirpError, TwirpErrorCode } from 'twirp-ts';
import { verify } from './tokens';

export interface Context extends TwirpContext { user?: string }

/** Refuses before anything is served. */
export const authenticated: ServerHooks<Context> = {
  async requestReceived(ctx) { // ✓
    ctx.user = await verify(ctx.req.headers.authorization);
    if (!ctx.user) throw new TwirpError(TwirpErrorCode.Unauthenticated, 'a token is needed');
  },
};

/** Looks, and lets everybody through. */
export const hopeful: ServerHooks<Context> = {
  requestReceived(ctx) {
    if (!ctx.req.headers.authorization) console.warn('no token');
  },
};

export const owners: Interceptor<Context, unknown, unknown> = async (ctx, request, next) => { // ✓
  if (ctx.user !== 'owner') throw new TwirpError(TwirpErrorCode.PermissionDenied, 'not for you');
  return next(ctx, request);
};

export const sealed: Interceptor<Context, unknown, unknown> = async (ctx, request, next) => { // ✓
  try {
    return await next(ctx, request);
  } catch (error) {
    if (error instanceof TwirpError) throw error;
    console.error(error);
    throw new TwirpError(TwirpErrorCode.Internal, 'the call failed');
  }
};
