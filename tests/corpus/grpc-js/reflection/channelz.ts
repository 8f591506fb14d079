import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { RoomsService } from '../gen/chat';
import { handlers } from './handlers';

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };

function listen(server: grpc.Server, address: string, credentials: grpc.ServerCredentials): Promise<number> {
  return new Promise((resolve, reject) => {
    server.bindAsync(address, credentials, (error, port) => (error ? reject(error) : resolve(port)));
  });
}

async function main(): Promise<void> {
  const rooms = new grpc.Server();
  rooms.addService(RoomsService, handlers);
  grpc.addAdminServicesToServer(rooms); // ✗ no-exposed-admin-service
  await listen(rooms, '0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]));

  const admin = new grpc.Server();
  grpc.addAdminServicesToServer(admin); // ✓ on this machine only
  await listen(admin, '127.0.0.1:50090', grpc.ServerCredentials.createInsecure());
}

main().catch((error) => {
  console.error(error);
  process.exit(1);
});
