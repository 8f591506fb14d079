import { readFileSync } from 'node:fs';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { FilesService } from '../gen/files';
import { keepalive } from './options';
import { read } from './read';

const NO_LIMIT = Number.MAX_SAFE_INTEGER;

const server = new Server({
  ...keepalive,
  'grpc.max_receive_message_length': NO_LIMIT, // ✗ no-unlimited-message
});
server.addService(FilesService, { read });

const credentials = ServerCredentials.createSsl(
  readFileSync('/run/tls/ca.crt'),
  [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }],
  true,
);

server.bindAsync('0.0.0.0:50051', credentials, (error) => {
  if (error) throw error;
});
