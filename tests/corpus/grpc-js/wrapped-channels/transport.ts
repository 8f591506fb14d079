import { credentials, type ChannelCredentials } from '@grpc/grpc-js';

export interface TlsMaterial {
  ca: Buffer;
  key?: Buffer;
  cert?: Buffer;
}

export function channelCredentials(tls?: TlsMaterial): ChannelCredentials {
  if (!tls) {
    return credentials.createInsecure(); // ✗ no-plaintext-fallback
  }
  return credentials.createSsl(tls.ca, tls.key ?? null, tls.cert ?? null);
}
