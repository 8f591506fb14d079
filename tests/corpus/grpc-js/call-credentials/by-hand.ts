import { Metadata, type ServiceError } from '@grpc/grpc-js';
import { notices, secured } from './stub';
import { withToken } from './token';

const done = (error: ServiceError | null) => {
  if (error) console.error('push failed', error.code);
};

const soon = () => ({ deadline: Date.now() + 2_000 });

export function push(subject: string, body: string): void {
  notices.push({ subject, body }, withToken(), soon(), done); // ✗ no-credentials-in-clear
}

export function pushSecured(subject: string, body: string): void {
  secured.push({ subject, body }, withToken(), soon(), done); // ✓ over TLS
}

export function ping(): void {
  const metadata = new Metadata();
  metadata.set('x-request-id', `ping-${Date.now()}`); // ✓ no secret
  notices.push({ subject: 'ping', body: '' }, metadata, soon(), done);
}
