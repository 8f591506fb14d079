import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { NoticesService, type Delivery, type Notice } from '../gen/notices';
import { requireToken } from './auth';

const tls = grpc.ServerCredentials.createSsl(null, [
  { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') },
]);

const push: grpc.handleUnaryCall<Notice, Delivery> = (call, callback) => {
  console.log('notice: %s', call.request.subject.slice(0, 80));
  callback(null, { id: 'n-1', accepted: true });
};

function start(address: string): grpc.Server {
  const server = new grpc.Server({ interceptors: [requireToken] }); // ✓
  server.addService(NoticesService, { push });
  server.bindAsync(address, tls, (error) => { // ✓
    if (error) throw error;
  });
  return server;
}

start('0.0.0.0:50051');
