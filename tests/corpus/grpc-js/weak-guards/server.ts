import { readFileSync } from 'node:fs';
import { Server, ServerCredentials } from '@grpc/grpc-js';
import { JobsService, type JobsServer } from '../gen/jobs';
import { readsToken } from './swallows';

export class JobServer {
  private readonly server = new Server({ interceptors: [readsToken] }); // ✗ no-ineffective-guard

  constructor(private readonly address: string) {
    this.server.addService(JobsService, { open: this.open });
  }

  listen(): void {
    const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
    this.server.bindAsync(this.address, ServerCredentials.createSsl(null, [pair]), (error) => {
      if (error) throw error;
    });
  }

  private open: JobsServer['open'] = (call, callback) => {
    console.log('job of kind %s', call.request.kind);
    callback(null, { id: 'queued' });
  };
}

new JobServer('0.0.0.0:50051').listen();
