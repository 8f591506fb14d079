import { readFileSync } from 'node:fs';
import { ChannelCredentials, Metadata, credentials } from '@grpc/grpc-js';
import { OrdersClient, type OrderList } from '../gen/orders';
import { Security } from './security';

export interface LedgerOptions {
  address: string;
  security: Security;
  certDir: string;
}

export class LedgerClient {
  readonly #stub: OrdersClient;

  constructor(private readonly options: LedgerOptions) {
    this.#stub = new OrdersClient(options.address, this.channelCredentials());
  }

  list(customer: string): Promise<OrderList> {
    const deadline = new Date(Date.now() + 5_000);
    return new Promise((resolve, reject) => {
      this.#stub.listOrders({ customer, page: 0 }, new Metadata(), { deadline }, (error, list) => {
        if (error) reject(error);
        else resolve(list);
      });
    });
  }

  private channelCredentials(): ChannelCredentials {
    const { certDir, security } = this.options;
    switch (security) {
      case Security.Mutual:
        return credentials.createSsl(
          readFileSync(`${certDir}/ca.crt`),
          readFileSync(`${certDir}/client.key`),
          readFileSync(`${certDir}/client.crt`),
        );
      case Security.Tls:
        return credentials.createSsl(readFileSync(`${certDir}/ca.crt`));
      case Security.None:
        return credentials.createInsecure(); // ✓ somebody has to ask for it by name
      default:
        throw new Error(`unknown security mode ${String(security)}`);
    }
  }
}
