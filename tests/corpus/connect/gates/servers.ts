import { Code, ConnectError, type HandlerContext } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import routes from '../guide/connect';
import { kClaims } from '../interceptors/auth';
import { verify } from '../interceptors/tokens';

const readMaxBytes = 65_536;

async function gate(context: HandlerContext) {
  const header = context.requestHeader.get('authorization');
  if (!header) throw new ConnectError('token required', Code.Unauthenticated);
  context.values.set(kClaims, await verify(header.slice('Bearer '.length)));
}

export const guarded = connectNodeAdapter({ routes, readMaxBytes, requestGate: gate }); // ✓

export const noted = connectNodeAdapter({
  routes,
  readMaxBytes,
  requestGate(context) { // ✗ no-ineffective-guard
    if (!context.requestHeader.has('authorization')) console.warn('no token for %s', context.url);
  },
});

const network = /^10\./;

export const fenced = connectNodeAdapter({
  routes,
  readMaxBytes,
  requestGate: (context) => {
    const from = context.requestHeader.get('x-forwarded-for') ?? '';
    if (!network.test(from)) throw new ConnectError('not from here', Code.PermissionDenied); // ✗ no-endpoint-security
  },
});
