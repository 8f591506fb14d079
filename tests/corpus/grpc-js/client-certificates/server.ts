import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const ca = readFileSync('/run/tls/ca.crt');
const pairs = [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }];

const getOrder: grpc.handleUnaryCall<OrderRef, Order> = (call, callback) => {
  callback(null, { id: call.request.id, customer: 'c-1', total: 0, status: 'open' });
};

function listen(port: number, credentials: grpc.ServerCredentials): void {
  const server = new grpc.Server();
  server.addService(OrdersService, { getOrder });
  server.bindAsync(`0.0.0.0:${port}`, credentials, (error) => {
    if (error) throw error;
  });
}

listen(50051, grpc.ServerCredentials.createSsl(ca, pairs)); // ✗ no-optional-authentication
listen(50052, grpc.ServerCredentials.createSsl(ca, pairs, false)); // ✗ no-optional-authentication
listen(50053, grpc.ServerCredentials.createSsl(ca, pairs, true)); // ✓

export function listenWith(requireCertificate: boolean): void {
  listen(50054, grpc.ServerCredentials.createSsl(ca, pairs, requireCertificate)); // ? unknown: decided by the caller
}
