import { readFileSync } from 'node:fs';
import { createGrpcTransport, Http2SessionManager } from '@connectrpc/connect-node';

const baseUrl = 'https://eliza.example.com';
const ca = readFileSync('/run/tls/ca.pem');

export const careless = createGrpcTransport({ baseUrl, nodeOptions: { rejectUnauthorized: false } }); // ✗ require-server-verification
export const nameless = createGrpcTransport({ baseUrl, nodeOptions: { ca, checkServerIdentity: () => undefined } }); // ✗ require-server-verification
export const old = createGrpcTransport({ baseUrl, nodeOptions: { ca, minVersion: 'TLSv1' } }); // ✗ no-weak-provider
export const sound = createGrpcTransport({ baseUrl, nodeOptions: { ca, minVersion: 'TLSv1.3' } }); // ✓

// the manager has its own connection: what stands beside it is not read
export const lost = createGrpcTransport({ baseUrl, sessionManager: new Http2SessionManager(baseUrl), nodeOptions: { ca } }); // ✗ no-ignored-security-option
export const kept = createGrpcTransport({ baseUrl, sessionManager: new Http2SessionManager(baseUrl, {}, { ca }) }); // ✓
export const open = new Http2SessionManager(baseUrl, {}, { rejectUnauthorized: false }); // ✗ require-server-verification
