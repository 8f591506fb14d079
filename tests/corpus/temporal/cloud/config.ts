import { readFileSync } from 'node:fs';
import type { ConnectionOptions } from '@temporalio/client';

export const address = process.env.TEMPORAL_ADDRESS ?? 'localhost:7233';

const certificate = process.env.TEMPORAL_TLS_CERT;
const key = process.env.TEMPORAL_TLS_KEY;

/** Without its files it goes on in clear. */
export const options: ConnectionOptions = {
  address: 'orders.a1b2c.tmprl.example.com:7233',
  tls: certificate && key ? { clientCertPair: { crt: readFileSync(certificate), key: readFileSync(key) } } : undefined,
};

export const cloud: ConnectionOptions = { address: 'orders.a1b2c.tmprl.example.com:7233', tls: true, apiKey: process.env.TEMPORAL_API_KEY };
