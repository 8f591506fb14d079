import { readFileSync } from 'fs';
import grpc, { type ChannelCredentials } from '@grpc/grpc-js';
import { JobsClient } from './gen/jobs';
import { NoticesClient } from './gen/notices';
import { OrdersClient } from './gen/orders';

export function connectOrders(caFile?: string): OrdersClient {
  let channel = grpc.credentials.createInsecure(); // ✗ no-plaintext-fallback
  if (caFile !== undefined) {
    channel = grpc.credentials.createSsl(readFileSync(caFile));
  }
  return new OrdersClient('orders.internal:50051', channel);
}

export function connectNotices(caFile: string): NoticesClient {
  let channel: ChannelCredentials = grpc.credentials.createInsecure(); // ✓ never used
  const ca = readFileSync(caFile);
  channel = grpc.credentials.createSsl(ca);
  return new NoticesClient('notices.internal:50051', channel);
}

export function connectJobs(address: string): JobsClient {
  let channel = grpc.credentials.createSsl();
  if (address.startsWith('unix:')) {
    channel = grpc.credentials.createInsecure(); // ✓ a socket on this machine
  }
  return new JobsClient(address, channel);
}
