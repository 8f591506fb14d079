import { readFileSync } from 'node:fs';
import * as tls from 'node:tls';
import { credentials } from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

const ca = readFileSync('/etc/ssl/internal-ca.pem');
const PIN = process.env.SERVER_FINGERPRINT;

function pinned(host: string, certificate: tls.PeerCertificate): Error | undefined {
  const wrong = tls.checkServerIdentity(host, certificate);
  if (wrong) return wrong;
  return certificate.fingerprint256 === PIN ? undefined : new Error('certificate is not the pinned one');
}

export const reader = new OrdersClient('orders.internal:443', credentials.createSsl(ca), {
  'grpc.keepalive_time_ms': 30_000,
  checkServerIdentity: pinned, // ✗ no-ignored-security-option
});

export const writer = new OrdersClient(
  'orders.internal:443',
  credentials.createSsl(ca, null, null, { checkServerIdentity: pinned }), // ✓ here it is read
  { 'grpc.keepalive_time_ms': 30_000 },
);
