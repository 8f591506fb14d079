import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const pairs = [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }];

const getOrder: grpc.handleUnaryCall<OrderRef, Order> = (call, callback) => {
  callback(null, { id: call.request.id, customer: 'c-1', total: 0, status: 'open' });
};

const onBound = (error: Error | null) => {
  if (error) throw error;
};

const partners = new grpc.Server();
partners.addService(OrdersService, { getOrder });
partners.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, pairs, true), onBound); // ✗ require-client-authentication

const internal = new grpc.Server();
internal.addService(OrdersService, { getOrder });
internal.bindAsync('0.0.0.0:50052', grpc.ServerCredentials.createSsl(readFileSync('/run/tls/ca.crt'), pairs, true), onBound); // ✓ certificates of one authority only

const named = new grpc.Server();
named.addService(OrdersService, {
  getOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    const { sslPeerCertificate } = call.getAuthContext();
    console.log('order for %s', sslPeerCertificate?.subject.CN);
    callback(null, { id: call.request.id, customer: 'c-1', total: 0, status: 'open' });
  },
});
named.bindAsync('0.0.0.0:50053', grpc.ServerCredentials.createSsl(null, pairs), onBound); // ✓ the handler looks at its caller
