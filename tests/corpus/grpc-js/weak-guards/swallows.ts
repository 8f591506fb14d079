import * as grpc from '@grpc/grpc-js';
import { verifyToken } from './tokens';

export const readsToken: grpc.ServerInterceptor = (_method, call) =>
  new grpc.ServerInterceptingCall(call, {
    start(next) {
      next({
        onReceiveMetadata(metadata, nextMetadata) {
          try {
            const subject = verifyToken(metadata.get('authorization')[0]);
            metadata.setOpaque('subject', subject);
          } catch (error) {
            console.error('token refused', error);
          }
          nextMetadata(metadata);
        },
      });
    },
  });
