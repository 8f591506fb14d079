import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { NoticesClient } from '../gen/notices';
import { OrdersClient } from '../gen/orders';

const useTls = process.env.GRPC_TLS === 'true';

export const orders = new OrdersClient(
  'orders.shop.svc:50051',
  useTls
    ? grpc.credentials.createSsl()
    : grpc.credentials.createInsecure(), // ✗ no-plaintext-fallback
);

function noticeCredentials(): grpc.ChannelCredentials {
  const caFile = process.env.NOTICES_CA;
  if (!caFile) return grpc.credentials.createInsecure(); // ✗ no-plaintext-fallback
  return grpc.credentials.createSsl(readFileSync(caFile));
}

export const notices = new NoticesClient('notices.shop.svc:50052', noticeCredentials());

const { REVIEWS_CERT, REVIEWS_KEY, REVIEWS_CA = '/etc/ssl/reviews-ca.pem' } = process.env;

export const reviews = new OrdersClient(
  process.env.REVIEWS_ADDR || 'reviews.shop.svc:50053',
  REVIEWS_CERT && REVIEWS_KEY
    ? grpc.ChannelCredentials.createSsl(readFileSync(REVIEWS_CA), readFileSync(REVIEWS_KEY), readFileSync(REVIEWS_CERT))
    : grpc.ChannelCredentials.createInsecure(), // ✗ no-plaintext-fallback
);
