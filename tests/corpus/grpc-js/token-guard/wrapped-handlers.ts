import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { NoticesService, type Delivery, type Notice, type Subscription } from '../gen/notices';
import { tokenMatches } from './auth';

type Unary<Q, R> = grpc.handleUnaryCall<Q, R>;

const authenticated =
  <Q, R>(handler: Unary<Q, R>): Unary<Q, R> =>
  (call, callback) => {
    if (!tokenMatches(call.metadata)) {
      callback({ code: grpc.status.UNAUTHENTICATED, details: 'token required' });
      return;
    }
    handler(call, callback);
  };

const server = new grpc.Server();
server.addService(NoticesService, {
  push: authenticated<Notice, Delivery>((call, callback) => {
    console.log('notice: %s', call.request.subject.slice(0, 80));
    callback(null, { id: 'n-1', accepted: true });
  }),
  subscribe: authenticated<Subscription, Delivery>((call, callback) => {
    callback(null, { id: call.request.topic, accepted: call.request.topic === 'outages' });
  }),
});

server.bindAsync( // ✓ both handlers ask for the token
  '0.0.0.0:50051',
  grpc.ServerCredentials.createSsl(null, [
    { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') },
  ]),
  (error) => {
    if (error) throw error;
  },
);
