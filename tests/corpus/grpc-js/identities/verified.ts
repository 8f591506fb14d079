import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderFilter, type OrderList, type OrderRef } from '../gen/orders';
import { userFrom } from './token';

const all: Order[] = JSON.parse(readFileSync('/srv/orders.json', 'utf8')); // ✓ our own file

const server = new grpc.Server();
server.addService(OrdersService, {
  listOrders(call: grpc.ServerUnaryCall<OrderFilter, OrderList>, callback: grpc.sendUnaryData<OrderList>) {
    const trace = call.metadata.get('x-request-id')[0] ?? 'none'; // ✓ only for the log
    const app = call.metadata.get('x-client-name')[0] ?? 'anonymous'; // ✓ only for the log
    const user = userFrom(call.metadata.get('authorization')[0]); // ✓ verified
    console.log('list orders', { trace, app });
    if (!user) {
      callback({ code: grpc.status.UNAUTHENTICATED, details: 'please sign in' });
      return;
    }
    callback(null, { orders: all.filter((order) => order.customer === user.id) });
  },
  cancelOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    const user = userFrom(call.metadata.get('authorization')[0]);
    if (!user?.roles.includes('admin')) {
      callback({ code: grpc.status.PERMISSION_DENIED, details: 'administrators only' });
      return;
    }
    callback(null, { id: call.request.id, customer: '', total: 0, status: 'cancelled' });
  },
});

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, [pair]), (error) => {
  if (error) throw error;
});
