import * as grpc from '@grpc/grpc-js';
import { JobsService, type Command, type Value } from '../gen/jobs';

class Calculator {
  private memory = 0;

  store(value: number): number {
    this.memory = value;
    return value;
  }

  recall(): number {
    return this.memory;
  }
}

const calculator = new Calculator();

const server = new grpc.Server();
server.addService(JobsService, {
  run: (call: grpc.ServerUnaryCall<Command, Value>, callback: grpc.sendUnaryData<Value>) => {
    const value = (calculator as any)[call.request.method](...call.request.args); // ✗ no-dynamic-dispatch
    callback(null, { value: Number(value) });
  },
});

server.bindAsync('127.0.0.1:50052', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
