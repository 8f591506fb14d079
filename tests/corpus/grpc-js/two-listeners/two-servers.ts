import { readFileSync } from 'node:fs';
import { Server, ServerCredentials, status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { HealthImplementation } from 'grpc-health-check';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const tlsDir = process.env.TLS_DIR ?? '/run/tls';
const ca = readFileSync(`${tlsDir}/ca.crt`);
const pair = { private_key: readFileSync(`${tlsDir}/tls.key`), cert_chain: readFileSync(`${tlsDir}/tls.crt`) };

function cancelOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>) {
  if (!call.request.id) {
    callback({ code: status.INVALID_ARGUMENT, details: 'id is missing' });
    return;
  }
  callback(null, { id: call.request.id, customer: '', total: 0, status: 'cancelled' });
}

function createServer(): Server {
  return new Server({ 'grpc.max_concurrent_streams': 100 });
}

const onBound = (error: Error | null) => {
  if (error) throw error;
};

const orders = createServer();
orders.addService(OrdersService, { cancelOrder });
orders.bindAsync('0.0.0.0:50051', ServerCredentials.createSsl(ca, [pair], true), onBound); // ✓
orders.bindAsync('[::]:50051', ServerCredentials.createSsl(ca, [pair], true), onBound); // ✓ the same protection twice

const probes = createServer();
new HealthImplementation({ '': 'SERVING' }).addToServer(probes);
probes.bindAsync('0.0.0.0:50052', ServerCredentials.createSsl(null, [pair]), onBound); // ✓ another server, health only
