import * as pubsub from '@google-cloud/pubsub';
import { v1 } from '@google-cloud/pubsub';
import { grpc } from 'google-gax';
import { emulatorCredentials } from './credentials';

export const publisher = new v1.PublisherClient(); // ✓
export const subscriber = new v1.SubscriberClient({ apiEndpoint: 'pubsub.corp.example.com' }); // ✓ TLS, other than with PubSub

// both TLS and the account are gone
export const plain = new v1.PublisherClient({ apiEndpoint: 'pubsub.corp.example.com', sslCreds: grpc.credentials.createInsecure() }); // ✗ require-encryption
export const whole = new pubsub.v1.SubscriberClient({ servicePath: 'pubsub.corp.example.com', port: 8443, sslCreds: grpc.ChannelCredentials.createInsecure() }); // ✗ require-encryption
export const emulator = new v1.PublisherClient({ servicePath: 'localhost', port: 8085, sslCreds: grpc.credentials.createInsecure() }); // ✓
export const pinned = new v1.PublisherClient({ sslCreds: grpc.credentials.createSsl() }); // ✓

export const unverified = new v1.SubscriberClient({
  sslCreds: grpc.credentials.createSsl(null, null, null, { rejectUnauthorized: false }), // ✗ require-server-verification
});

export const overHttp = new v1.SubscriberClient({ fallback: 'rest', protocol: 'http', apiEndpoint: 'pubsub.corp.example.com' }); // ✗ require-encryption
export const overHttps = new v1.SubscriberClient({ fallback: 'rest', protocol: 'https' }); // ✓
export const unread = new v1.SubscriberClient({ protocol: 'http' }); // ✓ gRPC does not read it
export const chosen = (rest: boolean) => new v1.SubscriberClient({ fallback: rest, apiEndpoint: 'localhost', protocol: 'http' }); // ✓

export const perhaps = new v1.PublisherClient({ sslCreds: emulatorCredentials(process.env.EMULATOR) }); // ✓ asked for by name

/** Whom it is told of when it runs, and speaks to in clear, is an emulator. */
export const emulated = (host: string) => new v1.PublisherClient({ servicePath: host.split(':')[0]!, sslCreds: grpc.credentials.createInsecure() }); // ✓
