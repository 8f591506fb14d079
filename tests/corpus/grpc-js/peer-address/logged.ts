import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type OrderFilter, type OrderList } from '../gen/orders';

const LIMIT = 600;
const perMinute = new Map<string, number>();
setInterval(() => perMinute.clear(), 60_000).unref();

function overLimit(peer: string): boolean { // ✓ a rate limit, no access check
  const host = peer.slice(0, peer.lastIndexOf(':'));
  const count = (perMinute.get(host) ?? 0) + 1;
  perMinute.set(host, count);
  return count > LIMIT;
}

const server = new grpc.Server();
server.addService(OrdersService, {
  listOrders(call: grpc.ServerUnaryCall<OrderFilter, OrderList>, callback: grpc.sendUnaryData<OrderList>) {
    console.log('%s %s from %s', new Date().toISOString(), call.getPath(), call.getPeer()); // ✓ for the log
    if (overLimit(call.getPeer())) {
      callback({ code: grpc.status.RESOURCE_EXHAUSTED, details: 'slow down' });
      return;
    }
    callback(null, { orders: [] });
  },
});

server.bindAsync(
  '0.0.0.0:50051',
  grpc.ServerCredentials.createSsl(
    readFileSync('/run/tls/ca.crt'),
    [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }],
    true,
  ),
  (error) => {
    if (error) throw error;
  },
);
