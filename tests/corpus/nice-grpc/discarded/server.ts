import { readFileSync } from 'node:fs';
import { ServerCredentials } from '@grpc/grpc-js';
import { createServer, type Server } from 'nice-grpc';
import { UsersDefinition } from '../gen/users';
import { requireToken } from '../tokens/auth';
import { usersService } from './service';

const tls = () => ServerCredentials.createSsl(null, [
  { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') },
]);

/** Nothing of this server is guarded: each line returns another server. */
export class UsersServer {
  private readonly server: Server = createServer();

  constructor() {
    this.server.use(requireToken); // ✗ no-ineffective-guard
    this.server.add(UsersDefinition, usersService);
  }

  listen() {
    return this.server.listen('0.0.0.0:8443', tls()); // ✗ require-client-authentication
  }
}

export function plain() {
  const server = createServer();
  server.use(requireToken); // ✗ no-ineffective-guard
  server.with(requireToken); // ✗ no-ineffective-guard
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls()); // ✗ require-client-authentication
}

export function kept() {
  let server = createServer();
  server = server.use(requireToken); // ✓
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls()); // ✓
}

export function chained() {
  const server = createServer().use(requireToken); // ✓
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls()); // ✓
}

export function perService() {
  const server = createServer();
  server.with(requireToken).add(UsersDefinition, usersService); // ✓
  return server.listen('0.0.0.0:8443', tls()); // ✓
}
