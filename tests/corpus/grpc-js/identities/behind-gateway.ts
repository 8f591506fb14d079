import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderFilter, type OrderList } from '../gen/orders';

const all: Order[] = JSON.parse(readFileSync('/srv/orders.json', 'utf8'));

const server = new grpc.Server();
server.addService(OrdersService, {
  listOrders(call: grpc.ServerUnaryCall<OrderFilter, OrderList>, callback: grpc.sendUnaryData<OrderList>) {
    if (call.getAuthContext().sslPeerCertificate?.subject.CN !== 'edge-gateway') {
      callback({ code: grpc.status.PERMISSION_DENIED, details: 'only through the gateway' });
      return;
    }
    const [userId] = call.metadata.get('x-user-id'); // ✓ the gateway wrote it, and its certificate was checked
    callback(null, { orders: all.filter((order) => order.customer === userId) });
  },
});

const tls = grpc.ServerCredentials.createSsl(
  readFileSync('/run/tls/ca.crt'),
  [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }],
  true,
);
server.bindAsync('0.0.0.0:50051', tls, (error) => {
  if (error) throw error;
});
