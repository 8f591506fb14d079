import { Server, ServerCredentials, type UntypedServiceImplementation } from '@grpc/grpc-js';
import { addReflection } from './reflection';
import { OrdersService } from '../gen/orders';

export interface ServeOptions {
  port: number;
  insecure?: boolean;
  reflect?: boolean;
}

export function serve(handlers: UntypedServiceImplementation, { port, insecure = false, reflect = false }: ServeOptions): Server {
  const server = new Server();
  server.addService(OrdersService, handlers);
  if (reflect) {
    addReflection(server);
  }
  const protection = insecure ? ServerCredentials.createInsecure() : ServerCredentials.createSsl(null, []);
  server.bindAsync(`0.0.0.0:${port}`, protection, () => undefined);
  return server;
}
