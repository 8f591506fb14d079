import type { ChannelCredentials, Client, ClientOptions } from '@grpc/grpc-js';
import { channelCredentials, type TlsMaterial } from './transport';

type Stub<C extends Client> = new (address: string, channel: ChannelCredentials, options?: Partial<ClientOptions>) => C;

const defaults: Partial<ClientOptions> = {
  'grpc.keepalive_time_ms': 20_000,
  'grpc.max_receive_message_length': 16 * 1024 * 1024,
};

function open<C extends Client>(Ctor: Stub<C>, address: string, tls?: TlsMaterial): C {
  return new Ctor(address, channelCredentials(tls), defaults);
}

export function connect<C extends Client>(Ctor: Stub<C>, service: string, tls?: TlsMaterial): C {
  return open(Ctor, `${service}.internal:50051`, tls);
}
