import vm from 'node:vm';
import { Server, ServerCredentials, status, type handleUnaryCall } from '@grpc/grpc-js';
import { JobsService, type JobRef, type JobSpec, type JobState } from './gen/jobs';

const formulas: Record<string, (input: number) => number> = {
  net: (gross) => gross / 1.2,
  gross: (net) => net * 1.2,
};

const open: handleUnaryCall<JobSpec, JobRef> = (call, callback) => {
  const formula = new Function('input', `return ${call.request.kind}`); // ✗ no-peer-data-in-sink
  callback(null, { id: String(formula(Number(call.request.args[0]))) });
};

const state: handleUnaryCall<JobRef, JobState> = (call, callback) => {
  const result = vm.runInNewContext(call.request.id, { Math }, { timeout: 50 }); // ✗ no-peer-data-in-sink
  callback(null, { id: call.request.id, state: 'done', result: String(result) });
};

const evaluate: handleUnaryCall<JobSpec, JobState> = (call, callback) => {
  const { args, kind } = call.request;
  if (!Object.hasOwn(formulas, kind)) {
    callback({ code: status.INVALID_ARGUMENT, details: 'no such formula' });
    return;
  }
  callback(null, { id: kind, state: 'done', result: String(formulas[kind](Number(args[0]))) }); // ✓ one of ours
};

const server = new Server();
server.addService(JobsService, { open, state, run: evaluate });
server.bindAsync('localhost:50051', ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
