import { readFileSync } from 'node:fs';
import https from 'node:https';
import { checkServerIdentity, type ConnectionOptions } from 'node:tls';
import { Agent, Pool, fetch as undiciFetch, setGlobalDispatcher } from 'undici';

const ca = readFileSync('/etc/ssl/internal-ca.pem');

const pooled: Pool.Options & ConnectionOptions = {
  connections: 8,
  minVersion: 'TLSv1.3', // ✗ no-ignored-security-option
};

export const ledger = new Pool('https://ledger.internal', pooled);

export const orders = new Pool('https://orders.internal', {
  connections: 8,
  connect: { ca, minVersion: 'TLSv1.3', checkServerIdentity }, // ✓ undici reads them here
});

export const scraper = new Agent({
  connect: { rejectUnauthorized: false }, // ✗ require-server-verification
});

setGlobalDispatcher(new Agent({ connect: { ca } })); // ✓

export function report(month: string) {
  const agent = new https.Agent({ ca });
  return fetch(`https://reports.internal/${month}`, { agent, signal: AbortSignal.timeout(5_000) } as RequestInit); // ✗ no-ignored-security-option
}

export function summary(month: string) {
  const dispatcher = new Agent({ connect: { ca } });
  return undiciFetch(`https://reports.internal/${month}`, { dispatcher, signal: AbortSignal.timeout(5_000) }); // ✓
}
