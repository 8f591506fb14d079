import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { ReflectionService } from '@grpc/reflection';
import { RoomsService } from '../gen/chat';
import { handlers } from './handlers';
import { packageDefinition } from './package';

const server = new grpc.Server();
server.addService(RoomsService, handlers);
new ReflectionService(packageDefinition).addToServer(server); // ✗ no-exposed-admin-service

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
server.bindAsync('0.0.0.0:443', grpc.ServerCredentials.createSsl(null, [pair]), (error) => {
  if (error) throw error;
});
