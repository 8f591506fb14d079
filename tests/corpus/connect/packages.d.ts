// Version 1 under its first name, and the adapter for Next.js, as far as these programs use them.
declare module '@bufbuild/connect' {
  export * from '@connectrpc/connect';
  export { createClient as createPromiseClient } from '@connectrpc/connect';
  export type { Client as PromiseClient } from '@connectrpc/connect';
}
declare module '@bufbuild/connect-web' {
  import type { Interceptor, Transport } from '@connectrpc/connect';
  interface Options { baseUrl: string; credentials?: RequestCredentials; interceptors?: Interceptor[]; useBinaryFormat?: boolean; defaultTimeoutMs?: number }
  export function createConnectTransport(options: Options): Transport;
  export function createGrpcWebTransport(options: Options): Transport;
}
declare module '@bufbuild/connect-node' {
  export * from '@connectrpc/connect-node';
}
declare module '@connectrpc/connect-next' {
  import type { ConnectRouter, ConnectRouterOptions } from '@connectrpc/connect';
  interface Options extends ConnectRouterOptions { routes: (router: ConnectRouter) => void; prefix?: string }
  export function nextJsApiRouter(options: Options): { handler(request: unknown, response: unknown): Promise<void>; config: { api: { bodyParser: false } } };
}
