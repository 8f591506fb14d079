import { createConnectTransport, createGrpcTransport, createGrpcWebTransport, Http2SessionManager } from '@connectrpc/connect-node';

export const plain = createGrpcTransport({ baseUrl: 'http://eliza.example.com:8080' }); // ✗ require-encryption
export const older = createConnectTransport({ baseUrl: 'http://eliza.example.com', httpVersion: '1.1' }); // ✗ require-encryption
export const web = createGrpcWebTransport({ baseUrl: `http://${process.env.ELIZA_HOST}`, httpVersion: '2' }); // ✗ require-encryption
export const sealed = createGrpcTransport({ baseUrl: 'https://eliza.example.com' }); // ✓
export const nearby = createGrpcTransport({ baseUrl: 'http://127.0.0.1:8080' }); // ✓
export const set = createGrpcTransport({ baseUrl: process.env.ELIZA_URL! }); // ? unknown: the address comes from outside

/** Somebody may set it to anything; what is here is this machine. */
export const fallback = createGrpcTransport({ baseUrl: process.env.ELIZA_URL ?? 'http://localhost:8080' }); // ✓

const sessions = new Http2SessionManager('http://eliza.example.com:8080'); // ✗ require-encryption
export const managed = createGrpcTransport({ baseUrl: 'https://eliza.example.com', sessionManager: sessions });
