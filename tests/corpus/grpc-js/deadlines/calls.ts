import { Metadata } from '@grpc/grpc-js';
import type { Order, OrderList } from '../gen/orders';
import { archive, files, orders } from './clients';

const REQUEST_TIMEOUT = 5_000;
const inSeconds = (seconds: number) => new Date(Date.now() + seconds * 1000);

export function getOrder(id: string): Promise<Order> {
  return new Promise((resolve, reject) => {
    orders.getOrder({ id }, new Metadata(), { deadline: inSeconds(5) }, (error, order) => (error ? reject(error) : resolve(order))); // ✓
  });
}

export function cancelOrder(id: string): Promise<Order> {
  return new Promise((resolve, reject) => {
    orders.cancelOrder({ id }, (error, order) => { // ✗ require-call-deadline
      if (error) reject(error);
      else resolve(order);
    });
  });
}

export function listOrders(customer: string, done: (list: OrderList | null) => void): void {
  orders.listOrders({ customer, page: 0 }, new Metadata(), { deadline: REQUEST_TIMEOUT }, (error, list) => { // ✗ require-call-deadline
    done(error ? null : list);
  });
}

export function audit(customer: string, done: (list: OrderList | null) => void): void {
  orders.listOrders({ customer, page: 0 }, new Metadata(), { deadline: Infinity }, (error, list) => done(error ? null : list)); // ✗ require-call-deadline
}

export function follow(customer: string, onOrder: (order: Order) => void): () => void {
  const stream = orders.watchOrders({ customer, page: 0 }); // ✓ a subscription is meant to stay open
  stream.on('data', onOrder);
  stream.on('error', () => stream.cancel());
  return () => stream.cancel();
}

export function names(pattern: string, done: (names: string[]) => void): void {
  files.search({ pattern, limit: 20 }, (error, list) => done(error ? [] : list.names)); // ✓ the interceptor sets one
}

export function archived(pattern: string, done: (names: string[]) => void): void {
  archive.search({ pattern, limit: 20 }, (error, list) => done(error ? [] : list.names)); // ✓ the service config has a timeout
}
