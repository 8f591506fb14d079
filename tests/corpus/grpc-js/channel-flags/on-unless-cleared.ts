import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { NoticesClient } from '../gen/notices';
import { OrdersClient } from '../gen/orders';

const plaintext = process.env.GRPC_PLAINTEXT === '1';

export const orders = new OrdersClient(
  'orders.shop.svc:50051',
  plaintext ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(), // ✓ TLS when the variable is missing
);

function noticeCredentials(): grpc.ChannelCredentials {
  const caFile = process.env.NOTICES_CA;
  if (!caFile) throw new Error('NOTICES_CA is not set');
  return grpc.credentials.createSsl(readFileSync(caFile)); // ✓
}

export const notices = new NoticesClient('notices.shop.svc:50052', noticeCredentials());

export const reviews = new OrdersClient(
  process.env.REVIEWS_ADDR || 'reviews.shop.svc:50053',
  process.env.NODE_ENV === 'production'
    ? grpc.credentials.createSsl()
    : grpc.credentials.createInsecure(), // ✓ not in production
);

export function openSearch(address: string, options: { insecure?: boolean } = {}): OrdersClient {
  const channel = options.insecure ? grpc.credentials.createInsecure() : grpc.credentials.createSsl(); // ✓ asked for
  return new OrdersClient(address, channel);
}

export function openAny(address: string): OrdersClient {
  const local = address.startsWith('localhost:') || address.startsWith('127.0.0.1:');
  return new OrdersClient(address, local ? grpc.credentials.createInsecure() : grpc.credentials.createSsl()); // ✓ this machine only
}
