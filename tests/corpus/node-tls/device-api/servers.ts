import { createServer } from 'node:https';
import type { RequestListener } from 'node:http';
import { material } from './tls-options';

const firmware: RequestListener = (request, response) => {
  console.log('firmware %s', request.url);
  response.writeHead(200, { 'content-type': 'application/octet-stream' });
  response.end();
};

createServer({ ...material, requestCert: true, rejectUnauthorized: false }, firmware).listen(8443); // ✗ no-optional-authentication
createServer({ ...material, rejectUnauthorized: true }, firmware).listen(8444); // ✗ no-optional-authentication
createServer({ ...material, requestCert: true, rejectUnauthorized: true }, firmware).listen(8445); // ✓
createServer({ ...material, requestCert: true }, firmware).listen(8446); // ✓ rejecting is the default of Node
createServer(material, firmware).listen(8447); // ✓ plain one-way TLS
