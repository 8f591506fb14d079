import { credentials, InterceptingCall, type Interceptor } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { OrdersClient } from '../gen/orders';

export const orders = new OrdersClient('orders.internal:443', credentials.createSsl());

const fiveSeconds: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall({ ...options, deadline: options.deadline ?? Date.now() + 5_000 }));

export const files = new FilesClient('files.internal:443', credentials.createSsl(), {
  interceptors: [fiveSeconds],
});

export const archive = new FilesClient('archive.internal:443', credentials.createSsl(), {
  'grpc.service_config': JSON.stringify({
    methodConfig: [{ name: [{}], timeout: { seconds: 10, nanos: 0 } }],
  }),
});
