import { readFileSync } from 'node:fs';
import { ChannelCredentials, Metadata, credentials } from '@grpc/grpc-js';
import { OrdersClient, type Order } from '../gen/orders';

export interface BillingOptions {
  address: string;
  security?: string;
  certDir: string;
  timeoutMs?: number;
}

export class BillingClient {
  private readonly stub: OrdersClient;
  private readonly timeoutMs: number;

  constructor(private readonly options: BillingOptions) {
    this.timeoutMs = options.timeoutMs ?? 2_000;
    this.stub = new OrdersClient(options.address, this.channelCredentials(), {
      'grpc.keepalive_time_ms': 30_000,
    });
  }

  getOrder(id: string): Promise<Order> {
    return new Promise((resolve, reject) => {
      this.stub.getOrder({ id }, new Metadata(), { deadline: Date.now() + this.timeoutMs }, (error, order) => // ✓
        error ? reject(error) : resolve(order),
      );
    });
  }

  close(): void {
    this.stub.close();
  }

  private channelCredentials(): ChannelCredentials {
    const read = (name: string) => readFileSync(`${this.options.certDir}/${name}`);
    switch (this.options.security) {
      case 'mtls':
        return credentials.createSsl(read('ca.crt'), read('client.key'), read('client.crt'));
      case 'tls':
        return credentials.createSsl(read('ca.crt'));
      default:
        return credentials.createInsecure(); // ✗ no-plaintext-fallback
    }
  }
}
