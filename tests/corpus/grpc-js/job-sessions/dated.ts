import * as grpc from '@grpc/grpc-js';
import { v1, v4 } from 'uuid';
import { JobsService, type JobRef, type JobSpec, type JobState } from '../gen/jobs';
import { callerOf, mutualTls } from './credentials';

interface Job {
  owner: string;
  spec: JobSpec;
}

const jobs: Record<string, Job> = {};
const results: Record<string, Job> = {}; // ✗ require-bounded-state
const kinds: Record<string, string> = { nightly: 'batch', now: 'interactive' };

const server = new grpc.Server();
server.addService(JobsService, {
  open(call: grpc.ServerUnaryCall<JobSpec, JobRef>, callback: grpc.sendUnaryData<JobRef>) {
    const id = v1(); // ✗ no-guessable-handle
    jobs[id] = { owner: callerOf(call), spec: { ...call.request, kind: kinds[call.request.kind] ?? 'other' } }; // ✓ a table of constants
    results[v4()] = jobs[id]; // ✓ random
    setTimeout(() => delete jobs[id], 60_000);
    callback(null, { id });
  },
  state(call: grpc.ServerUnaryCall<JobRef, JobState>, callback: grpc.sendUnaryData<JobState>) {
    const job = jobs[call.request.id]; // ✓ its owner is compared
    if (!job || job.owner !== callerOf(call)) {
      callback({ code: grpc.status.NOT_FOUND, details: 'no such job' });
      return;
    }
    callback(null, { id: call.request.id, state: 'running', result: job.spec.kind });
  },
});

server.bindAsync('0.0.0.0:50051', mutualTls(), (error) => {
  if (error) throw error;
});
