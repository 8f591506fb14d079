import assert from 'node:assert/strict';
import { test } from 'node:test';
import { Server, ServerCredentials, credentials } from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

test('orders are found', async () => {
  const server = new Server({ 'grpc.max_receive_message_length': -1 }); // ✓ a test
  await new Promise(bound => server.bindAsync('0.0.0.0:50051', ServerCredentials.createInsecure(), bound)); // ✓
  const client = new OrdersClient('orders.test:50051', credentials.createInsecure()); // ✓
  assert.ok(client);
  server.forceShutdown();
});
