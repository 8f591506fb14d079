import { Server } from '@grpc/grpc-js';
import { OrdersService } from '../gen/orders';
import { config } from './config';
import { serverCredentials } from './credentials';
import { getOrder, listOrders } from './handlers';

export function start(): Server {
  const server = new Server({
    'grpc.max_concurrent_streams': 200,
    'grpc.max_connection_idle_ms': 10 * 60_000,
  });
  server.addService(OrdersService, { getOrder, listOrders });

  server.bindAsync(`${config.host}:${config.port}`, serverCredentials(config), (error, port) => { // ✓
    if (error) throw error;
    console.log(`orders listening on ${port}`);
  });
  return server;
}

start();
