import type { ChannelCredentials, Client } from '@grpc/grpc-js';

type Cache = Partial<Record<'live' | 'replay', Client>>;

const clients: Cache = {};

export async function liveClient(): Promise<Client> {
  if (!clients.live) {
    const { Client, credentials } = await import('@grpc/grpc-js');
    clients.live = new Client('feed.exchange.example:443', credentials.createSsl()); // ✓
  }
  return clients.live;
}

export async function replayClient(): Promise<Client> {
  if (!clients.replay) {
    const grpc = await import('@grpc/grpc-js');
    const channel: ChannelCredentials = grpc.credentials.createInsecure(); // ✗ require-encryption
    clients.replay = new grpc.Client('replay.exchange.example:8080', channel);
  }
  return clients.replay;
}
