import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport';
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport';
import type { RpcInterceptor } from '@protobuf-ts/runtime-rpc';
import { UsersClient } from '../gen/users.client';

const authenticate: RpcInterceptor = {
  interceptUnary(next, method, input, options) {
    return next(method, input, { ...options, meta: { ...options.meta, authorization: `Bearer ${sessionStorage.getItem('token')}` } });
  },
};

export const open = new GrpcWebFetchTransport({ baseUrl: 'http://api.example.com' }); // ✗ require-encryption
export const cookies = new GrpcWebFetchTransport({ baseUrl: 'http://api.example.com', fetchInit: { credentials: 'include' } }); // ✗ no-credentials-in-clear
export const signed = new UsersClient(new GrpcWebFetchTransport({ baseUrl: 'https://api.example.com', format: 'binary', interceptors: [authenticate] })); // ✓
export const own = new GrpcWebFetchTransport({ baseUrl: window.location.origin }); // ✓

export const timed = new TwirpFetchTransport({
  baseUrl: 'https://api.example.com/twirp',
  timeout: 5000, // ✗ no-ignored-security-option
});
export const development = new TwirpFetchTransport({ baseUrl: 'http://localhost:8080/twirp', sendJson: true }); // ✓

export async function whoAmI(token: string) {
  const users = new UsersClient(new TwirpFetchTransport({ baseUrl: 'http://api.example.com/twirp' })); // ✗ no-credentials-in-clear
  const { response } = await users.getUser({ id: 'me' }, { meta: { authorization: `Bearer ${token}` }, abort: AbortSignal.timeout(3000) });
  return response;
}
