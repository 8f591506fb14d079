import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const pairs = [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }];

const server = new grpc.Server();
server.addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    callback(null, { id: call.request.id, customer: 'c-1', total: 0, status: 'open' });
  },
});

server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, pairs, false), (error) => { // ✗ require-client-authentication
  if (error) throw error;
});
