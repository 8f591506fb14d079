import { readFileSync } from 'node:fs';
import { createWebServer, TJSONProtocol, TBufferedTransport } from 'thrift';
import * as Users from '../gen/users';
import { calledBack } from '../servers/handlers';

const services = { '/users': { processor: Users, handler: calledBack, transport: TBufferedTransport, protocol: TJSONProtocol } };
const tls = { key: readFileSync('/etc/tls/key.pem'), cert: readFileSync('/etc/tls/cert.pem'), ca: readFileSync('/etc/tls/ca.pem') };

const whole = createWebServer({
  files: '.', // ✗ no-exposed-admin-service
  services,
  maxLength: 1_000_000, // ✗ no-unlimited-message
});
whole.listen(8080); // ✗ require-encryption

createWebServer({ files: '/srv/public', services, tls }).listen(8443); // ✓

// the browser shows the certificate of whoever looks at the page
createWebServer({ services, tls: { ...tls, requestCert: true } }).listen(8444); // ✗ no-open-origin
createWebServer({ services, cors: { '*': true }, tls: { ...tls, requestCert: true } }).listen(8445); // ✗ no-open-origin
createWebServer({ services, cors: { 'https://app.example.com': true }, tls: { ...tls, requestCert: true } }).listen(8446); // ✓

// whoever looks at a page is on this machine
createWebServer({ services }).listen(8081, '127.0.0.1'); // ✗ no-open-origin
createWebServer({ services, cors: { 'http://localhost:3000': true } }).listen(8082, 'localhost'); // ✓
createWebServer({ files: '.', services, cors: { 'http://localhost:3000': true } }).listen(8083, 'localhost'); // ✓
