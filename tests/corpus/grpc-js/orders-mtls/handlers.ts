import { status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import type { Order, OrderFilter, OrderList, OrderRef } from '../gen/orders';

type Caller = Pick<ServerUnaryCall<unknown, unknown>, 'getAuthContext'>;

const SERVICES = new Set(['checkout', 'backoffice']);

const orders: Order[] = [
  { id: 'o-1', customer: 'c-1', total: 1999, status: 'paid' },
  { id: 'o-2', customer: 'c-2', total: 450, status: 'open' },
];

function serviceName(call: Caller): string | undefined {
  const name = call.getAuthContext().sslPeerCertificate?.subject.CN;
  return typeof name === 'string' && SERVICES.has(name) ? name : undefined;
}

export function getOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>): void {
  if (!serviceName(call)) {
    callback({ code: status.PERMISSION_DENIED, details: 'unknown service' });
    return;
  }
  const order = orders.find((candidate) => candidate.id === call.request.id);
  if (!order) {
    callback({ code: status.NOT_FOUND, details: 'no such order' });
    return;
  }
  callback(null, order); // ✓
}

export function listOrders(call: ServerUnaryCall<OrderFilter, OrderList>, callback: sendUnaryData<OrderList>): void {
  if (!serviceName(call)) {
    callback({ code: status.PERMISSION_DENIED, details: 'unknown service' });
    return;
  }
  const { customer, page } = call.request;
  const start = Math.max(0, page) * 50;
  callback(null, { orders: orders.filter((order) => order.customer === customer).slice(start, start + 50) });
}
