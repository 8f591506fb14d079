import { readFileSync } from 'node:fs';
import { ServerCredentials } from '@grpc/grpc-js';
import { createServer } from 'nice-grpc';
import { UsersDefinition } from '../gen/users';
import { usersService } from '../discarded/service';
import { requireToken, swallow, timing, warnAboutToken } from './auth';

const tls = ServerCredentials.createSsl(null, [
  { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') },
]);

export function guarded() {
  const server = createServer().use(timing).use(requireToken); // ✓
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls); // ✓
}

export function warned() {
  const server = createServer().use(warnAboutToken); // ✗ no-ineffective-guard
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls); // ? unknown: a guard that fails at its work is its own finding
}

export function swallowed() {
  const server = createServer();
  server.with(timing).with(swallow).add(UsersDefinition, usersService); // ✗ no-ineffective-guard
  return server.listen('0.0.0.0:8443', tls);
}

export function measured() {
  const server = createServer().use(timing); // ✓
  server.add(UsersDefinition, usersService);
  return server.listen('0.0.0.0:8443', tls); // ✗ require-client-authentication
}
