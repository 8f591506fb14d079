import { createHash, timingSafeEqual } from 'node:crypto';
import * as grpc from '@grpc/grpc-js';

const digest = (text: string) => createHash('sha256').update(text).digest();

export function tokenMatches(metadata: grpc.Metadata): boolean {
  const expected = process.env.SERVICE_TOKEN;
  const [header] = metadata.get('authorization');
  if (!expected || typeof header !== 'string') return false;
  return timingSafeEqual(digest(header), digest(`Bearer ${expected}`));
}

export const requireToken: grpc.ServerInterceptor = (_method, call) => {
  const listener = new grpc.ServerListenerBuilder()
    .withOnReceiveMetadata((metadata, next) => {
      if (!tokenMatches(metadata)) {
        call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'token required' });
        return;
      }
      next(metadata);
    })
    .build();
  const responder = new grpc.ResponderBuilder().withStart((next) => next(listener)).build();
  return new grpc.ServerInterceptingCall(call, responder);
};
