// package: acme.library
// file: library.proto

import { grpc } from '@improbable-eng/grpc-web'; // ✗ prefer-mainstream-transport
import * as library_pb from './library_pb';

export interface ServiceError { message: string; code: number; metadata: grpc.Metadata }
interface UnaryResponse { cancel(): void }

export const Library = { serviceName: 'acme.library.Library' };
export const LibraryGetBook = {
  methodName: 'GetBook', service: Library, requestStream: false as const, responseStream: false as const, requestType: library_pb.GetBookRequest, responseType: library_pb.Book,
};

export class LibraryClient {
  readonly serviceHost: string;
  readonly options: grpc.RpcOptions;
  constructor(serviceHost: string, options?: grpc.RpcOptions) {
    this.serviceHost = serviceHost;
    this.options = options || {};
  }

  getBook(requestMessage: library_pb.GetBookRequest, metadata: grpc.Metadata, callback: (error: ServiceError | null, responseMessage: library_pb.Book | null) => void): UnaryResponse {
    const client = grpc.unary(LibraryGetBook as never, {
      request: requestMessage as never,
      host: this.serviceHost,
      metadata,
      transport: this.options.transport!,
      debug: this.options.debug!,
      onEnd: response => {
        if (response.status !== grpc.Code.OK) callback({ message: response.statusMessage, code: response.status, metadata: response.trailers }, null);
        else callback(null, response.message as never);
      },
    });
    return { cancel: () => client.close() };
  }
}
