import thrift from 'thrift';
import * as Users from '../gen/users';

const json = { transport: thrift.TBufferedTransport, protocol: thrift.TJSONProtocol, path: '/users' };

const plain = thrift.createHttpConnection('users.example.com', 80, json); // ✗ require-encryption
const secured = thrift.createHttpConnection('users.example.com', 443, { ...json, https: true }); // ✓
const asked = (https: boolean) => thrift.createHttpConnection('users.example.com', 443, { ...json, https }); // ? unknown: whoever calls says
const withToken = thrift.createHttpConnection('users.example.com', 80, { // ✗ no-credentials-in-clear
  ...json,
  headers: { Authorization: `Bearer ${process.env.USERS_TOKEN}` },
});
const safeToken = thrift.createHttpConnection('users.example.com', 443, { ...json, https: true, headers: { Authorization: `Bearer ${process.env.USERS_TOKEN}` } }); // ✓

const open = thrift.createHttpConnection('users.example.com', 443, {
  ...json,
  https: true,
  nodeOptions: { rejectUnauthorized: false }, // ✗ require-server-verification
});
const beside = thrift.createHttpConnection('users.example.com', 443, {
  ...json,
  https: true,
  ca: process.env.USERS_CA, // ✗ no-ignored-security-option
});

const socket = thrift.createWSConnection('users.example.com', 80, { protocol: thrift.TJSONProtocol, path: '/users' }); // ✗ require-encryption
const secureSocket = thrift.createWSConnection('users.example.com', 443, { protocol: thrift.TJSONProtocol, path: '/users', secure: true }); // ✓

export const page = () => thrift.createXHRConnection('users.example.com', 80, json); // ✗ require-encryption
export const clients = [plain, secured, asked(true), withToken, safeToken, open, beside].map(connection => thrift.createHttpClient(Users, connection));
export const live = [socket, secureSocket].map(connection => thrift.createWSClient(Users, connection));
