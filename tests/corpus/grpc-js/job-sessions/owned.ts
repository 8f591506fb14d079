import { randomUUID } from 'node:crypto';
import * as grpc from '@grpc/grpc-js';
import { JobsService, type JobRef, type JobSpec, type JobState } from '../gen/jobs';
import { callerOf, mutualTls } from './credentials';

interface Job {
  owner: string;
  spec: JobSpec;
  timer: NodeJS.Timeout;
}

const jobs = new Map<string, Job>(); // ✓ entries expire

const server = new grpc.Server();
server.addService(JobsService, {
  open(call: grpc.ServerUnaryCall<JobSpec, JobRef>, callback: grpc.sendUnaryData<JobRef>) {
    const id = randomUUID(); // ✓
    const timer = setTimeout(() => jobs.delete(id), 15 * 60_000);
    jobs.set(id, { owner: callerOf(call), spec: call.request, timer });
    callback(null, { id });
  },
  state(call: grpc.ServerUnaryCall<JobRef, JobState>, callback: grpc.sendUnaryData<JobState>) {
    const job = jobs.get(call.request.id); // ✓ its owner is compared
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
