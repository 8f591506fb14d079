import { readFileSync } from 'node:fs';
import thrift from 'thrift';
import * as Users from '../gen/users';
import { calledBack } from './handlers';

const pair = { key: readFileSync('/etc/tls/key.pem'), cert: readFileSync('/etc/tls/cert.pem') };
const report = (error: Error) => console.error(error.message);

thrift.createServer(Users, calledBack, { tls: { ...pair, ca: readFileSync('/etc/tls/ca.pem'), requestCert: true, rejectUnauthorized: true } }).on('error', report).listen(9093); // ✓

const optional = thrift.createServer(Users, calledBack, {
  tls: { ...pair, ca: readFileSync('/etc/tls/ca.pem'), requestCert: true, rejectUnauthorized: false }, // ✗ no-optional-authentication
});
optional.on('error', report);
optional.listen(9094); // ✓ said of its options

const anybody = thrift.createServer(Users, calledBack, { tls: { ...pair, requestCert: true } }); // ✗ require-client-authentication
anybody.on('error', report).listen(9095);

const modern = thrift.createServer(Users, calledBack, { tls: { ...pair, minVersion: 'TLSv1.3' } }); // ✗ no-ignored-security-option
modern.once('error', report);
modern.listen(9096);

/** Whoever gets the server may listen to it. */
export function made() {
  const server = thrift.createServer(Users, calledBack, { tls: pair });
  server.listen(9097); // ✓
  return server;
}
