import { readFileSync } from 'node:fs';
import http2, { type ClientHttp2Session, type SecureClientSessionOptions } from 'node:http2';

const sessions: Partial<Record<'search' | 'stock', ClientHttp2Session>> = {};

const tls: SecureClientSessionOptions = { ca: readFileSync('/etc/ssl/internal-ca.pem') };

export function search(): ClientHttp2Session {
  return (sessions.search ??= http2.connect('https://search.internal', tls)); // ✓
}

export function stock(): ClientHttp2Session {
  sessions.stock ??= http2.connect('https://stock.internal:8443', {
    ...tls,
    rejectUnauthorized: false, // ✗ require-server-verification
  });
  return sessions.stock;
}

export function emulator(port: number): ClientHttp2Session {
  return http2.connect(`https://localhost:${port}`, { rejectUnauthorized: false }); // ✓ this machine
}
