import { Client, credentials, type ChannelCredentials, type ClientOptions } from '@grpc/grpc-js';
import { FilesClient } from './gen/files';
import { OrdersClient } from './gen/orders';

type Ctor<T extends Client> = new (address: string, channel: ChannelCredentials, options?: Partial<ClientOptions>) => T;

const channel = () => credentials.createInsecure(); // ✗ require-encryption

function build<T extends Client>(ctor: Ctor<T>, address: string, extra: Partial<ClientOptions>): T {
  return new ctor(address, channel(), { 'grpc.keepalive_time_ms': 20_000, ...extra });
}

function client<T extends Client>(ctor: Ctor<T>, host: string, port = 50051): T {
  return build(ctor, `${host}:${port}`, { 'grpc.primary_user_agent': 'storefront/4' });
}

export const orders = client(OrdersClient, 'orders.prod.internal');
export const files = client(FilesClient, 'files.prod.internal', 50060);
