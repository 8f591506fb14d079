import { Metadata, credentials } from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

export const upstream = new OrdersClient(process.env.UPSTREAM_ADDR ?? 'orders.internal:443', credentials.createSsl());

export function ownMetadata(incoming: Metadata): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${process.env.GATEWAY_TOKEN}`);
  for (const key of ['traceparent', 'x-request-id']) {
    for (const value of incoming.get(key)) metadata.add(key, value); // ✓ trace headers only
  }
  return metadata;
}
