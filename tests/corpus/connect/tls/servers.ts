import { readFileSync } from 'node:fs';
import * as http from 'node:http';
import * as http2 from 'node:http2';
import * as https from 'node:https';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import routes from '../guide/connect';

const handler = connectNodeAdapter({ routes, readMaxBytes: 1024 * 1024 }); // ✓
const keys = { key: readFileSync('/run/tls/tls.key'), cert: readFileSync('/run/tls/tls.crt') };

export class Servers {
  private readonly plain = http2.createServer(handler);

  start(port: number) {
    this.plain.listen(port); // ✗ require-encryption
    http.createServer(handler).listen(port + 1, '127.0.0.1'); // ✓
    http.createServer({ keepAlive: true }, handler).listen({ port: port + 2, host: '0.0.0.0' }); // ✗ require-encryption
    http2.createSecureServer({ ...keys, allowHTTP1: true }, handler).listen(port + 3); // ✓
    https.createServer(keys, handler).listen(port + 4); // ✓
    http.createServer(handler).listen('/run/eliza.sock'); // ✓
    http.createServer((_req, res) => res.end('ok')).listen(port + 5); // ✓ no procedures
  }
}
