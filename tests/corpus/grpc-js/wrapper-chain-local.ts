import { Client, credentials, type ChannelCredentials, type ClientOptions } from '@grpc/grpc-js';
import { FilesClient } from './gen/files';
import { OrdersClient } from './gen/orders';

type Ctor<T extends Client> = new (address: string, channel: ChannelCredentials, options?: Partial<ClientOptions>) => T;

// every service is reached through the mesh proxy on this host
const channel = () => credentials.createInsecure(); // ✓

function build<T extends Client>(ctor: Ctor<T>, address: string, extra: Partial<ClientOptions>): T {
  return new ctor(address, channel(), { 'grpc.keepalive_time_ms': 20_000, ...extra });
}

function client<T extends Client>(ctor: Ctor<T>, port: number): T {
  return build(ctor, `127.0.0.1:${port}`, { 'grpc.primary_user_agent': 'storefront/4' });
}

export const orders = client(OrdersClient, 15051);
export const files = client(FilesClient, 15060);
