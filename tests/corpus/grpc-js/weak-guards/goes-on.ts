import { readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { JobsService, type JobRef, type JobSpec } from '../gen/jobs';
import { isToken } from './tokens';

function auth(_method: grpc.ServerMethodDefinition<unknown, unknown>, call: grpc.ServerInterceptingCallInterface) { // ✗ no-ineffective-guard
  const listener = new grpc.ServerListenerBuilder()
    .withOnReceiveMetadata((metadata, next) => {
      if (!isToken(metadata.get('authorization')[0])) {
        call.sendStatus({ code: grpc.status.UNAUTHENTICATED, details: 'token required' });
      }
      next(metadata);
    })
    .build();
  return new grpc.ServerInterceptingCall(call, new grpc.ResponderBuilder().withStart((next) => next(listener)).build());
}

const server = new grpc.Server({ interceptors: [auth] });
server.addService(JobsService, {
  open(call: grpc.ServerUnaryCall<JobSpec, JobRef>, callback: grpc.sendUnaryData<JobRef>) {
    console.log('job of kind %s', call.request.kind);
    callback(null, { id: 'queued' });
  },
});

const pair = { private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') };
server.bindAsync('0.0.0.0:50051', grpc.ServerCredentials.createSsl(null, [pair]), (error) => {
  if (error) throw error;
});
