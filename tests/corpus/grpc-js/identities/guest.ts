import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderFilter, type OrderList } from '../gen/orders';
import { userFrom, type User } from './token';

const all: Order[] = JSON.parse(readFileSync('/srv/orders.json', 'utf8'));
const GUEST: User = { id: 'anonymous', roles: ['orders.read'] };

const server = new grpc.Server();
server.addService(OrdersService, {
  listOrders(call: grpc.ServerUnaryCall<OrderFilter, OrderList>, callback: grpc.sendUnaryData<OrderList>) {
    const user = userFrom(call.metadata.get('authorization')[0]) ?? GUEST; // ✗ no-null-session
    if (!user.roles.includes('orders.read')) {
      callback({ code: grpc.status.PERMISSION_DENIED, details: 'no access to orders' });
      return;
    }
    callback(null, { orders: all.filter((order) => order.customer === call.request.customer) });
  },
});

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, [pair]), (error) => {
  if (error) throw error;
});
