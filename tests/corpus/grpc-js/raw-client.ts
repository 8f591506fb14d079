import { Client, Metadata, credentials, makeGenericClientConstructor, type ServiceError } from '@grpc/grpc-js';
import { JobsService, type JobRef, type JobSpec, type JobState } from './gen/jobs';

const encode = (value: unknown) => Buffer.from(JSON.stringify(value));

export class JobClient extends Client {
  constructor(address = 'jobs.internal:443') {
    super(address, credentials.createSsl());
  }

  open(spec: JobSpec): Promise<JobRef> {
    return new Promise((resolve, reject) => {
      const options = { deadline: Date.now() + 10_000 };
      this.makeUnaryRequest('/batch.Jobs/Open', encode, (bytes) => JSON.parse(bytes.toString()) as JobRef, spec, new Metadata(), options, (error, ref) => // ✓
        error || !ref ? reject(error) : resolve(ref),
      );
    });
  }

  state(id: string): Promise<JobState> {
    return new Promise((resolve, reject) => {
      this.makeUnaryRequest('/batch.Jobs/State', encode, (bytes) => JSON.parse(bytes.toString()) as JobState, { id }, new Metadata(), (error, state) => // ✗ require-call-deadline
        error || !state ? reject(error) : resolve(state),
      );
    });
  }
}

export class BatchClient extends makeGenericClientConstructor(JobsService, 'batch.Jobs') {
  start(spec: JobSpec): Promise<JobRef> {
    return new Promise((resolve, reject) => {
      this.open(spec, new Metadata(), { deadline: Date.now() + 10_000 }, (error: ServiceError | null, ref: JobRef) =>
        error ? reject(error) : resolve(ref),
      );
    });
  }
}

export const nightly = new BatchClient('jobs.internal:50051', credentials.createInsecure()); // ✗ require-encryption
export const hourly = new BatchClient('jobs.internal:443', credentials.createSsl()); // ✓
