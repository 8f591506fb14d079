import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';
import { hasApiKey } from './auth';
import { loadCredentials } from './credentials';

const store = new Map<string, Order>([['o-1', { id: 'o-1', customer: 'c-1', total: 1999, status: 'paid' }]]);

const server = new grpc.Server();

server.addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    if (!hasApiKey(call.metadata)) {
      callback({ code: grpc.status.UNAUTHENTICATED, details: 'api key required' });
      return;
    }
    const order = store.get(call.request.id); // ✓ the id of a record, not a handle of ours
    if (!order) {
      callback({ code: grpc.status.NOT_FOUND, details: 'no such order' });
      return;
    }
    callback(null, order);
  },
});

server.bindAsync('0.0.0.0:50051', loadCredentials(), (error) => { // ✓ the credentials are judged where they are made
  if (error) {
    console.error('bind failed', error);
    process.exit(1);
  }
});
