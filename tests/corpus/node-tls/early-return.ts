import { existsSync, readFileSync } from 'node:fs';
import { connect, type ConnectionOptions, type TLSSocket } from 'node:tls';

const CA_FILE = process.env.FEED_CA ?? '/etc/feed/ca.pem';

function fileOptions(): ConnectionOptions {
  if (!existsSync(CA_FILE)) {
    return { rejectUnauthorized: false }; // ✗ require-server-verification
  }
  return { ca: readFileSync(CA_FILE) };
}

function requiredOptions(): ConnectionOptions {
  if (!existsSync(CA_FILE)) {
    throw new Error(`${CA_FILE} is missing`);
  }
  return { ca: readFileSync(CA_FILE), rejectUnauthorized: true }; // ✓ a client, and the default anyway
}

export function feed(host: string): TLSSocket {
  return connect({ host, port: 8883, ...fileOptions() });
}

export function strictFeed(host: string): TLSSocket {
  return connect({ host, port: 8883, ...requiredOptions() });
}
