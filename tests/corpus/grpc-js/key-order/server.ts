import fs from 'node:fs';
import { Server, ServerCredentials, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const ca = fs.readFileSync('tls/ca.pem');
const cert = fs.readFileSync('tls/server-cert.pem');
const key = fs.readFileSync('tls/server-key.pem');

function getOrder(call: ServerUnaryCall<OrderRef, Order>, callback: sendUnaryData<Order>): void {
  callback(null, { id: call.request.id, customer: 'c-1', total: 0, status: 'open' });
}

export function listen(address: string, pair: { private_key: Buffer; cert_chain: Buffer }): void {
  const server = new Server();
  server.addService(OrdersService, { getOrder });
  server.bindAsync(address, ServerCredentials.createSsl(ca, [pair], true), (error) => {
    if (error) throw error;
  });
}

listen('0.0.0.0:50051', { private_key: cert, cert_chain: key }); // ✗ require-mutual-authentication
listen('0.0.0.0:50052', { private_key: key, cert_chain: cert }); // ✓
