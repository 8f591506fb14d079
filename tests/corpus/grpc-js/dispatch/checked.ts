import * as grpc from '@grpc/grpc-js';
import { JobsService, type Command, type Value } from '../gen/jobs';
import { operations, registry } from './operations';

type Run = grpc.handleUnaryCall<Command, Value>;

const owned: Run = (call, callback) => {
  const { method, args } = call.request;
  if (!Object.hasOwn(operations, method)) {
    callback({ code: grpc.status.UNIMPLEMENTED, details: 'no such operation' });
    return;
  }
  callback(null, { value: operations[method](...args) }); // ✓ an own property
};

const mapped: Run = (call, callback) => {
  const operation = registry.get(call.request.method);
  if (!operation) return callback({ code: grpc.status.UNIMPLEMENTED, details: 'no such operation' });
  callback(null, { value: operation(...call.request.args) }); // ✓ a Map has no inherited entries
};

const switched: Run = (call, callback) => {
  const [a = 0, b = 0] = call.request.args;
  switch (call.request.method) {
    case 'add':
      return callback(null, { value: a + b }); // ✓
    case 'scale':
      return callback(null, { value: a * b });
    default:
      return callback({ code: grpc.status.UNIMPLEMENTED, details: 'no such operation' });
  }
};

[owned, mapped, switched].forEach((run, index) => {
  const server = new grpc.Server();
  server.addService(JobsService, { run });
  server.bindAsync(`127.0.0.1:${50051 + index}`, grpc.ServerCredentials.createInsecure(), (error) => {
    if (error) throw error;
  });
});
