import { readFileSync } from 'node:fs';
import { createServer } from 'nice-grpc';
import { HealthDefinition, HealthServiceImpl } from 'nice-grpc-server-health';
import { ServerReflection, ServerReflectionService } from 'nice-grpc-server-reflection';
import { UsersDefinition } from '../gen/users';
import { usersService } from '../discarded/service';
import { requireToken } from '../tokens/auth';

const protoset = readFileSync('/srv/users/protoset.bin');

export async function toEverybody() {
  const server = createServer();
  server.with(requireToken).add(UsersDefinition, usersService);
  server.add(HealthDefinition, HealthServiceImpl()); // ✓
  server.add(ServerReflectionService, ServerReflection(protoset, ['shop.users.v1.Users'])); // ✗ no-exposed-admin-service
  await server.listen('0.0.0.0:8080'); // ✗ require-encryption
}

export async function inDevelopment() {
  const server = createServer();
  server.with(requireToken).add(UsersDefinition, usersService);
  if (process.env.NODE_ENV !== 'production') server.add(ServerReflectionService, ServerReflection(protoset, [])); // ✓
  await server.listen('localhost:8080'); // ✓
}

export async function beside() {
  const server = createServer();
  server.add(ServerReflectionService, ServerReflection(protoset, ['shop.users.v1.Users'])); // ✓
  await server.listen('localhost:8081'); // ✓
}
