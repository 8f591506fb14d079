import { BlockList } from 'node:net';
import * as grpc from '@grpc/grpc-js';

const office = new BlockList();
office.addSubnet('10.20.0.0', 16);

export const fromOffice: grpc.ServerInterceptor = (_method, call) =>
  new grpc.ServerInterceptingCall(call, {
    start: (next) =>
      next({
        onReceiveMetadata(metadata, nextMetadata) {
          const { remoteAddress } = call.getConnectionInfo();
          if (!remoteAddress || !office.check(remoteAddress)) { // ✗ no-endpoint-security
            call.sendStatus({ code: grpc.status.PERMISSION_DENIED, details: 'not allowed from here' });
            return;
          }
          nextMetadata(metadata);
        },
      }),
  });

const banned = new Set<string>();

export const notBanned: grpc.ServerInterceptor = (_method, call) =>
  new grpc.ServerInterceptingCall(call, {
    start: (next) =>
      next({
        onReceiveMetadata(metadata, nextMetadata) {
          if (banned.has(call.getPeer())) call.sendStatus({ code: grpc.status.RESOURCE_EXHAUSTED, details: 'come back later' }); // ✓ keeps some out, lets nobody in
          else nextMetadata(metadata);
        },
      }),
  });

export const server = new grpc.Server({ interceptors: [fromOffice, notBanned] });
