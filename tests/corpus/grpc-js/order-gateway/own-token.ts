import { propagate, Server, ServerCredentials, status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderFilter, type OrderList, type OrderRef } from '../gen/orders';
import { ownMetadata, upstream } from './upstream';

const server = new Server();
server.addService(OrdersService, {
  getOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
    const options = { parent: call, propagate_flags: propagate.DEFAULTS, deadline: Date.now() + 3_000 };
    upstream.getOrder({ id: call.request.id }, ownMetadata(call.metadata), options, (error, order) => { // ✓ parent carries no credentials
      if (error) callback({ code: status.UNAVAILABLE, details: 'orders are not available' });
      else callback(null, order);
    });
  },
  listOrders(call: ServerUnaryCall<OrderFilter, OrderList>, callback: sendUnaryData<OrderList>) {
    const { customer, page } = call.request;
    const metadata = ownMetadata(call.metadata);
    upstream.listOrders({ customer, page }, metadata, { deadline: Date.now() + 3_000 }, (error, list) => { // ✓
      if (error) callback({ code: status.UNAVAILABLE, details: 'orders are not available' });
      else callback(null, list);
    });
  },
});

server.bindAsync('127.0.0.1:50051', ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
