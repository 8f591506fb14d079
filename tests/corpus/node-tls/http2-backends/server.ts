import { readFileSync } from 'node:fs';
import * as http2 from 'node:http2';
import type { SecureServerOptions } from 'node:http2';

const { TLS_DIR = '/run/tls', PORT = '8443' } = process.env;

const options: SecureServerOptions = {
  key: readFileSync(`${TLS_DIR}/tls.key`),
  cert: readFileSync(`${TLS_DIR}/tls.crt`),
  ca: readFileSync(`${TLS_DIR}/ca.crt`),
  requestCert: true,
  rejectUnauthorized: false, // ✗ no-optional-authentication
};

const server = http2.createSecureServer(options);

server.on('stream', (stream, headers) => {
  console.log('%s %s', headers[':method'], headers[':path']);
  stream.respond({ ':status': 204 });
  stream.end();
});

server.listen(Number(PORT));
