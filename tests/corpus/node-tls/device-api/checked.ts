import https from 'node:https';
import type { TLSSocket } from 'node:tls';
import { material } from './tls-options';

const server = https.createServer(
  { ...material, requestCert: true, rejectUnauthorized: false }, // ✓ the handler refuses below
  (request, response) => {
    const socket = request.socket as TLSSocket;
    if (!socket.authorized) {
      response.writeHead(403).end('a device certificate is required');
      return;
    }
    const { subject } = socket.getPeerCertificate();
    response.end(`hello ${subject.CN}`);
  },
);

server.listen(8443, () => console.log('devices on 8443'));
