/** What thrift 0.24 has, and @types/thrift does not know. */
import type { EventEmitter } from 'node:events';
import type { Server as HttpServer } from 'node:http';
import type { Server as HttpsServer } from 'node:https';
import type { Server as NetServer } from 'node:net';
import type { ConnectionOptions, TlsOptions } from 'node:tls';

declare module 'thrift' {
  interface ConnectOptions extends ConnectionOptions {
    path?: string | undefined;
    timeout?: number | undefined;
    maxLength?: number;
  }
  interface ServerOptions<TProcessor, THandler> {
    maxLength?: number;
  }
  interface WebServerOptions<TProcessor, THandler> {
    cors?: Record<string, boolean>;
    files?: string;
    tls?: TlsOptions;
    maxLength?: number;
  }
  interface Connection {
    on(event: string, listener: (...args: unknown[]) => void): this;
  }
  interface MultiplexedProcessor {
    registerProcessor(name: string, processor: object): void;
  }
  interface MultiplexServerOptions {
    transport?: TTransportConstructor;
    protocol?: TProtocolConstructor;
    tls?: TlsOptions;
    maxLength?: number;
  }
  function createMultiplexServer(processor: object, options?: MultiplexServerOptions): NetServer;
  function createUDSConnection(path: string, options?: ConnectOptions): Connection;
  function createHttpUDSConnection(path: string, options?: ConnectOptions): HttpConnection;
  function createStdIOConnection(command: string, options?: ConnectOptions): Connection;
  namespace TBufferedTransport { let DEFAULT_MAX_LENGTH: number }
  namespace TFramedTransport { let DEFAULT_MAX_LENGTH: number }
}
