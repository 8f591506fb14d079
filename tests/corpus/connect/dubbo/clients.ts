import { createPromiseClient } from '@apachedubbo/dubbo'; // ✗ prefer-mainstream-transport
import { createDubboTransport, createGrpcTransport } from '@apachedubbo/dubbo-node'; // ✗ prefer-mainstream-transport
import { createDubboTransport as inBrowser } from '@apachedubbo/dubbo-web'; // ✗ prefer-mainstream-transport
import { ElizaService } from '../gen/eliza_pb';

const plain = createDubboTransport({ baseUrl: 'http://eliza.example.com', httpVersion: '1.1' }); // ✗ require-encryption
export const sealed = createDubboTransport({ baseUrl: 'https://eliza.example.com', httpVersion: '1.1' }); // ✓
export const nearby = createDubboTransport({ baseUrl: 'http://localhost:8080', httpVersion: '1.1' }); // ✓
export const anybody = createGrpcTransport({
  baseUrl: 'https://eliza.example.com',
  httpVersion: '2',
  nodeOptions: { rejectUnauthorized: false }, // ✗ require-server-verification
  readMaxBytes: 0xffffffff, // ✗ no-unlimited-message
});
export const cookies = inBrowser({ baseUrl: 'http://eliza.example.com', credentials: 'include' }); // ✗ no-credentials-in-clear

const eliza = createPromiseClient(ElizaService, plain), safe = createPromiseClient(ElizaService, sealed);
export const say = (sentence: string) => eliza.say!({ sentence }); // ✗ require-call-deadline
export const ask = (sentence: string) => safe.say!({ sentence }, { timeoutMs: 2000 }); // ✓
