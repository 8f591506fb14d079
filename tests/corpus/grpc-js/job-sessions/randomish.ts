import * as grpc from '@grpc/grpc-js';
import { JobsService, type JobRef, type JobSpec, type JobState } from '../gen/jobs';
import { callerOf, mutualTls } from './credentials';

class JobTable {
  private readonly entries = new Map<string, { owner: string; kind: string }>();

  add(owner: string, kind: string): string {
    const id = Math.random().toString(36).slice(2); // ✗ no-guessable-handle
    this.entries.set(id, { owner, kind });
    setTimeout(() => this.entries.delete(id), 60_000).unref();
    return id;
  }

  find(owner: string, id: string): string | undefined {
    const entry = this.entries.get(id);
    return entry?.owner === owner ? entry.kind : undefined;
  }
}

const table = new JobTable();

const server = new grpc.Server();
server.addService(JobsService, {
  open(call: grpc.ServerUnaryCall<JobSpec, JobRef>, callback: grpc.sendUnaryData<JobRef>) {
    callback(null, { id: table.add(callerOf(call), call.request.kind) });
  },
  state(call: grpc.ServerUnaryCall<JobRef, JobState>, callback: grpc.sendUnaryData<JobState>) {
    const kind = table.find(callerOf(call), call.request.id);
    if (!kind) callback({ code: grpc.status.NOT_FOUND, details: 'no such job' });
    else callback(null, { id: call.request.id, state: 'running', result: kind });
  },
});

server.bindAsync('0.0.0.0:50051', mutualTls(), (error) => {
  if (error) throw error;
});
