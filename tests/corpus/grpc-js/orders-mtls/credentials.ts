import { readFileSync } from 'node:fs';
import { ServerCredentials } from '@grpc/grpc-js';
import type { ServiceConfig } from './config';

export function serverCredentials({ env, tls }: ServiceConfig): ServerCredentials {
  if (tls) {
    return ServerCredentials.createSsl( // ✓ client certificates are required
      readFileSync(tls.ca),
      [{ private_key: readFileSync(tls.key), cert_chain: readFileSync(tls.cert) }],
      true,
    );
  }
  if (env === 'production') {
    throw new Error('TLS_DIR must be set in production');
  }
  return ServerCredentials.createInsecure(); // ✓ a developer's machine; production throws above
}
