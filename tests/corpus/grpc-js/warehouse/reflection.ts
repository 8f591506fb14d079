import type { Server } from '@grpc/grpc-js';
import { loadSync } from '@grpc/proto-loader';
import { ReflectionService } from '@grpc/reflection';

export function addReflection(server: Server): void {
  new ReflectionService(loadSync('orders.proto')).addToServer(server); // ✗ no-exposed-admin-service
}
