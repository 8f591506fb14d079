import { Metadata, credentials, type ServiceError } from '@grpc/grpc-js';
import { NoticesClient } from '../gen/notices';
import { apiToken, bearer } from './token';

const token = bearer(apiToken);

const composed = credentials.combineChannelCredentials(credentials.createSsl(), token); // ✓
const client = new NoticesClient('notices.example.com:443', composed);
const proxied = new NoticesClient('unix:/run/egress.sock', credentials.createInsecure()); // ✓ the egress proxy adds TLS

const done = (error: ServiceError | null) => {
  if (error) console.error('push failed', error.code);
};

export function push(subject: string, body: string): void {
  client.push({ subject, body }, new Metadata(), { deadline: Date.now() + 2_000 }, done);
}

export function pushProxied(subject: string, body: string): void {
  proxied.push({ subject, body }, new Metadata(), { deadline: Date.now() + 2_000, credentials: token }, done); // ✓ never leaves this machine
}
