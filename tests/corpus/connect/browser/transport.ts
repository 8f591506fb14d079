import { createClient } from '@connectrpc/connect';
import { createConnectTransport, createGrpcWebTransport } from '@connectrpc/connect-web';
import { ElizaService } from '../gen/eliza_pb';

export const own = createConnectTransport({ baseUrl: window.location.origin }); // ✓
export const root = createConnectTransport({ baseUrl: '/' }); // ✓
export const plain = createGrpcWebTransport({ baseUrl: 'http://api.example.com' }); // ✗ require-encryption
export const sealed = createConnectTransport({ baseUrl: 'https://api.example.com', fetch: (input, init) => fetch(input, { ...init, credentials: 'include' }) }); // ✓

const withToken = createConnectTransport({
  baseUrl: 'http://api.example.com', // ✗ no-credentials-in-clear
  interceptors: [
    (next) => async (req) => {
      req.header.set('authorization', `Bearer ${sessionStorage.getItem('token')}`);
      return await next(req);
    },
  ],
});
export const eliza = createClient(ElizaService, withToken);
