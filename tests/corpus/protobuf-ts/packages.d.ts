// The adapter for servers of @grpc/grpc-js, as its own declarations say.
declare module '@protobuf-ts/grpc-backend' {
  import type { MethodInfo, ServerCallContext, ServiceInfo } from '@protobuf-ts/runtime-rpc';
  import type { ServerReadableStream, ServerUnaryCall, ServerWritableStream, ServiceDefinition, UntypedServiceImplementation } from '@grpc/grpc-js';
  type Call = ServerUnaryCall<any, any> | ServerReadableStream<any, any> | ServerWritableStream<any, any>;
  export interface AdaptServiceOptions { contextFactory?: (serviceInfo: ServiceInfo, methodInfo: MethodInfo, call: Call) => ServerCallContext }
  export function adaptService(serviceInfo: ServiceInfo, serviceImplementation: any, options?: AdaptServiceOptions): [ServiceDefinition, UntypedServiceImplementation];
}
