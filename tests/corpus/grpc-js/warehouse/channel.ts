import { credentials, type ChannelCredentials } from '@grpc/grpc-js';
import { JobsClient } from '../gen/jobs';
import { OrdersClient } from '../gen/orders';

export interface ChannelOptions {
  address: string;
  plaintext?: boolean;
  maxMessage?: number;
}

/** Plaintext is there for whoever asks for it by name. */
function channelCredentials({ plaintext }: ChannelOptions): ChannelCredentials {
  return plaintext ? credentials.createInsecure() : credentials.createSsl();
}

export function ordersAt(address: string, plaintext: boolean): OrdersClient {
  return new OrdersClient(address, plaintext ? credentials.createInsecure() : credentials.createSsl());
}

/** Connects at once. */
export class Warehouse {
  readonly orders: OrdersClient;

  constructor(options: ChannelOptions) {
    const limit = options.maxMessage ?? 4 * 1024 * 1024;
    this.orders = new OrdersClient(options.address, channelCredentials(options), { 'grpc.max_receive_message_length': limit });
  }

  static create(options: ChannelOptions): Warehouse {
    return new Warehouse(options);
  }
}

/** Connects when it is told to. */
export class JobQueue {
  #jobs?: JobsClient;

  constructor(private readonly options: ChannelOptions) {}

  connect(): void {
    this.#jobs = new JobsClient(this.options.address, channelCredentials(this.options));
  }

  close(): void {
    this.#jobs?.close();
  }
}

/** Connects with what its subclasses say. */
export abstract class StockService {
  protected abstract readonly address: string;
  protected readonly plaintext: boolean = false;
  protected orders?: OrdersClient;

  onModuleInit(): void {
    this.orders = ordersAt(this.address, this.plaintext);
  }
}
