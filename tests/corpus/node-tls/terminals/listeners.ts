import fs from 'node:fs';
import https from 'node:https';
import tls from 'node:tls';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { strong } from './strong';

const key = fs.readFileSync('/run/tls/tls.key');
const cert = fs.readFileSync('/run/tls/tls.crt');
const ca = fs.readFileSync('/run/tls/terminals-ca.crt');

const base = { key, cert, ca, requestCert: true, rejectUnauthorized: true };

const answer = (_request: IncomingMessage, response: ServerResponse) => {
  response.end('ok');
};

https.createServer({ ...base, secureProtocol: 'TLS_method' }, answer).listen(8443); // ✗ no-weak-provider
https.createServer({ ...base, secureProtocol: 'TLSv1_2_method' }, answer).listen(8444); // ✓ one version, a good one
https.createServer({ ...base, minVersion: 'TLSv1.1' }, answer).listen(8445); // ✗ no-weak-provider
https.createServer({ ...base, minVersion: 'TLSv1.3' }, answer).listen(8446); // ✓

const cash = tls.createServer({
  ...base,
  ciphers: 'ALL:@SECLEVEL=0', // ✗ no-weak-provider
});
cash.on('secureConnection', (socket) => socket.end('ready\n'));
cash.listen(9443);

const scales = tls.createServer({
  ...base,
  ...strong,
});
scales.on('secureConnection', (socket) => socket.end('ready\n'));
scales.listen(9444);
