import type { ServiceDefinition, ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js'; // ✓ types only

export const GreeterService: ServiceDefinition = {
  greet: {
    path: '/greeter.v1.Greeter/Greet',
    requestStream: false,
    responseStream: false,
    requestSerialize: (value: object) => Buffer.from(JSON.stringify(value)),
    requestDeserialize: (bytes: Buffer) => JSON.parse(bytes.toString()),
    responseSerialize: (value: object) => Buffer.from(JSON.stringify(value)),
    responseDeserialize: (bytes: Buffer) => JSON.parse(bytes.toString()),
  },
};

export function greet(call: ServerUnaryCall<{ name: string }, { message: string }>, callback: sendUnaryData<{ message: string }>): void {
  callback(null, { message: `Hello, ${call.request.name}` });
}
