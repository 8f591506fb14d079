import { readFileSync } from 'node:fs';
import { Server, ServerCredentials, status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import { OrdersService, type OrderFilter, type OrderList } from '../gen/orders';

export class InternalOrders {
  private readonly server = new Server();

  constructor(private readonly tlsDir: string) {
    this.server.addService(OrdersService, { listOrders: this.listOrders.bind(this) });
  }

  start(port: number): void {
    const key = readFileSync(`${this.tlsDir}/tls.key`);
    const cert = readFileSync(`${this.tlsDir}/tls.crt`);
    const tls = ServerCredentials.createSsl(null, [{ private_key: key, cert_chain: cert }]);
    this.server.bindAsync(`0.0.0.0:${port}`, tls, (error) => {
      if (error) throw error;
    });
  }

  private listOrders(call: ServerUnaryCall<OrderFilter, OrderList>, callback: sendUnaryData<OrderList>): void {
    if (!call.getPeer().startsWith('10.')) { // ✗ no-endpoint-security
      callback({ code: status.PERMISSION_DENIED, details: 'internal network only' });
      return;
    }
    callback(null, { orders: [] });
  }
}

new InternalOrders(process.env.TLS_DIR ?? '/run/tls').start(50051);
