import { credentials, InterceptingCall, type Interceptor } from '@grpc/grpc-js';
import { NoticesClient } from '../gen/notices';

const withToken: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      metadata.set('authorization', `Bearer ${process.env.API_TOKEN}`);
      next(metadata, listener);
    },
  });

const traced: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      metadata.set('x-request-id', crypto.randomUUID());
      next(metadata, listener);
    },
  });

export const relay = new NoticesClient('relay.example.com:50051', credentials.createInsecure(), { interceptors: [traced, withToken] }); // ✗ no-credentials-in-clear
export const plain = new NoticesClient('plain.example.com:50051', credentials.createInsecure(), { interceptors: [traced] }); // ✗ require-encryption
export const secure = new NoticesClient('secure.example.com:443', credentials.createSsl(), { interceptors: [traced, withToken] }); // ✓
export const sidecar = new NoticesClient('localhost:50051', credentials.createInsecure(), { interceptors: [traced, withToken] }); // ✓ this machine
