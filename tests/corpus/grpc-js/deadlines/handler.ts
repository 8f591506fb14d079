import { Metadata, Server, ServerCredentials, credentials, status } from '@grpc/grpc-js';
import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import { OrdersClient, OrdersService, type Order, type OrderFilter, type OrderList, type OrderRef } from '../gen/orders';

const upstream = new OrdersClient('orders.internal:443', credentials.createSsl());

const server = new Server();
server.addService(OrdersService, {
  getOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
    upstream.getOrder({ id: call.request.id }, new Metadata(), { parent: call }, (error, order) => { // ✓ the caller's deadline
      if (error) callback({ code: status.UNAVAILABLE, details: 'orders are not available' });
      else callback(null, order);
    });
  },
  listOrders(call: ServerUnaryCall<OrderFilter, OrderList>, callback: sendUnaryData<OrderList>) {
    const { customer, page } = call.request;
    upstream.listOrders({ customer, page }, (error, list) => { // ✗ require-call-deadline
      if (error) callback({ code: status.UNAVAILABLE, details: 'orders are not available' });
      else callback(null, list);
    });
  },
  cancelOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
    const deadline = Math.min(Number(call.getDeadline()), Date.now() + 2_000);
    upstream.cancelOrder({ id: call.request.id }, new Metadata(), { deadline }, (error, order) => { // ✓
      if (error) callback({ code: status.UNAVAILABLE, details: 'orders are not available' });
      else callback(null, order);
    });
  },
});

server.bindAsync('unix:/run/orders-proxy.sock', ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
