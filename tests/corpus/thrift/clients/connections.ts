import { readFileSync } from 'node:fs';
import thrift from 'thrift';
import * as Users from '../gen/users';

const framed = { transport: thrift.TFramedTransport, protocol: thrift.TBinaryProtocol };

export const sockets = thrift.createConnection('users.internal', 9090, framed); // ✗ require-encryption
export const nearby = thrift.createConnection('localhost', 9090, framed); // ✓
export const socketFile = thrift.createUDSConnection('/run/users.sock', framed); // ✓
export const secured = thrift.createSSLConnection('users.internal', 9093, { ...framed, ca: readFileSync('/etc/tls/ca.pem') }); // ✓
export const trusting = thrift.createSSLConnection('users.internal', 9093, { ...framed, rejectUnauthorized: false }); // ✗ require-server-verification
export const ageing = thrift.createSSLConnection('users.internal', 9093, { ...framed, secureProtocol: 'TLSv1_method' }); // ✗ no-weak-provider

// the options of a plain socket are no options of TLS
export const believing = thrift.createConnection('users.internal', 9090, { // ✗ require-encryption
  ca: readFileSync('/etc/tls/ca.pem'), // ✗ no-ignored-security-option
  rejectUnauthorized: true, // ✗ no-ignored-security-option
});

// the library adds a protocol by itself, and Node takes no version beside it
export const strict = thrift.createSSLConnection('users.internal', 9093, { minVersion: 'TLSv1.3' }); // ✗ no-ignored-security-option
export const strictest = thrift.createSSLConnection('users.internal', 9093, { minVersion: 'TLSv1.3', secureOptions: 0 }); // ✓

export const users = thrift.createClient(Users, sockets);
