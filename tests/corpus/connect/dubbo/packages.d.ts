// Dubbo for TypeScript as its own declarations say; it cannot be installed beside @bufbuild/protobuf 2.
declare module '@apachedubbo/dubbo' {
  import type { Interceptor } from '@connectrpc/connect';
  export interface CallOptions { timeoutMs?: number; headers?: HeadersInit; signal?: AbortSignal }
  export interface Transport { unary: unknown; stream: unknown }
  export interface HandlerContext { readonly requestHeader: Headers; readonly responseHeader: Headers; readonly signal: AbortSignal }
  export interface DubboRouterOptions { grpc?: boolean; grpcWeb?: boolean; triple?: boolean; readMaxBytes?: number; writeMaxBytes?: number; maxTimeoutMs?: number }
  export interface DubboRouter {
    service(service: object, implementation: Record<string, (request: any, context: HandlerContext) => unknown>, options?: DubboRouterOptions): this;
    rpc(service: object, method: object, impl: (request: any, context: HandlerContext) => unknown, options?: DubboRouterOptions): this;
  }
  export function createDubboRouter(options?: DubboRouterOptions): DubboRouter;
  export type PromiseClient<T> = Record<string, (request: object, options?: CallOptions) => Promise<any>>;
  export type CallbackClient<T> = Record<string, (request: object, callback: (error: unknown, response: any) => void, options?: CallOptions) => () => void>;
  export function createPromiseClient<T>(service: T, transport: Transport): PromiseClient<T>;
  export function createCallbackClient<T>(service: T, transport: Transport): CallbackClient<T>;
  export enum Code { Internal = 13, Unauthenticated = 16 }
  export class DubboError extends Error { constructor(message: string, code?: Code, metadata?: HeadersInit, outgoingDetails?: unknown[], cause?: unknown) }
  export type { Interceptor };
}
declare module '@apachedubbo/dubbo-node' {
  import type { IncomingMessage, ServerResponse } from 'node:http';
  import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2';
  import type { DubboRouter, DubboRouterOptions, Interceptor, Transport } from '@apachedubbo/dubbo';
  interface Options { baseUrl: string; httpVersion?: '1.1' | '2'; nodeOptions?: object; sessionManager?: object; interceptors?: Interceptor[]; useBinaryFormat?: boolean; readMaxBytes?: number; writeMaxBytes?: number }
  export function createDubboTransport(options: Options): Transport;
  export function createGrpcTransport(options: Options): Transport;
  export function createGrpcWebTransport(options: Options): Transport;
  export function dubboNodeAdapter(options: DubboRouterOptions & { routes: (router: DubboRouter) => void; requestPathPrefix?: string }): (request: IncomingMessage | Http2ServerRequest, response: ServerResponse | Http2ServerResponse) => void;
}
declare module '@apachedubbo/dubbo-web' {
  import type { Interceptor, Transport } from '@apachedubbo/dubbo';
  interface Options { baseUrl: string; credentials?: RequestCredentials; interceptors?: Interceptor[]; useBinaryFormat?: boolean }
  export function createDubboTransport(options: Options): Transport;
  export function createGrpcWebTransport(options: Options): Transport;
}
