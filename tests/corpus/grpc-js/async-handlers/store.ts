import { readFile } from 'node:fs/promises';
import type { Order } from '../gen/orders';

/** Rejects when there is no such order. */
export async function loadOrder(id: string): Promise<Order> {
  const all = JSON.parse(await readFile('/srv/orders.json', 'utf8')) as Order[];
  const order = all.find((candidate) => candidate.id === id);
  if (!order) throw new Error(`order ${id} does not exist`);
  return order;
}
