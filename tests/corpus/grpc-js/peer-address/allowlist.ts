import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';

const OFFICE = new Set((process.env.OFFICE_IPS ?? '').split(','));

type Peer = Pick<grpc.ServerUnaryCall<unknown, unknown>, 'getPeer'>;

const fromOffice = (call: Peer): boolean => OFFICE.has(call.getPeer().split(':')[0]); // ✗ no-endpoint-security

const server = new grpc.Server();
server.addService(OrdersService, {
  cancelOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>) {
    if (!fromOffice(call)) {
      callback({ code: grpc.status.PERMISSION_DENIED, details: 'not allowed from here' });
      return;
    }
    callback(null, { id: call.request.id, customer: '', total: 0, status: 'cancelled' });
  },
});

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, [pair]), (error) => {
  if (error) throw error;
});
