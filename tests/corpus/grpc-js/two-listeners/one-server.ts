import { createHash, timingSafeEqual } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Server, ServerCredentials, status, type Metadata, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const tlsDir = process.env.TLS_DIR ?? '/run/tls';
const ca = readFileSync(`${tlsDir}/ca.crt`);
const pair = { private_key: readFileSync(`${tlsDir}/tls.key`), cert_chain: readFileSync(`${tlsDir}/tls.crt`) };

const digest = (text: string) => createHash('sha256').update(text).digest();

function hasPin(metadata: Metadata): boolean {
  const pin = process.env.TERMINAL_PIN;
  const [given] = metadata.get('x-terminal-pin');
  return !!pin && typeof given === 'string' && timingSafeEqual(digest(given), digest(pin));
}

const server = new Server();
server.addService(OrdersService, {
  cancelOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
    if (!hasPin(call.metadata)) {
      callback({ code: status.UNAUTHENTICATED, details: 'wrong pin' });
      return;
    }
    callback(null, { id: call.request.id, customer: '', total: 0, status: 'cancelled' });
  },
});

const onBound = (error: Error | null) => {
  if (error) throw error;
};

server.bindAsync('0.0.0.0:50051', ServerCredentials.createSsl(ca, [pair], true), onBound);
// kept for the old point-of-sale terminals, which have no certificate
server.bindAsync('0.0.0.0:50052', ServerCredentials.createSsl(null, [pair]), onBound); // ✗ no-mixed-protection
