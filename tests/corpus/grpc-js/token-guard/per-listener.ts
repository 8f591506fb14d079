import { readFileSync } from 'node:fs';
import { experimental, Server, ServerCredentials, status } from '@grpc/grpc-js';
import { NoticesService, type NoticesServer } from '../gen/notices';
import { requireToken } from './auth';

const handlers: Pick<NoticesServer, 'push'> = {
  push(call, callback) {
    if (call.request.body.length > 10_000) {
      callback({ code: status.INVALID_ARGUMENT, details: 'body is too long' });
      return;
    }
    callback(null, { id: 'n-1', accepted: true });
  },
};

const tls = ServerCredentials.createSsl(null, [
  { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') },
]);

const server = new Server();
server.addService(NoticesService, handlers);
server.bindAsync('0.0.0.0:50051', experimental.createServerCredentialsWithInterceptors(tls, [requireToken]), (error) => { // ✓
  if (error) throw error;
});
