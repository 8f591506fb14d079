import { InterceptingCall, Metadata, credentials, type Interceptor, type ServiceError } from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

const signed: Interceptor = (options, nextCall) =>
  new InterceptingCall(nextCall(options), {
    start(metadata, listener, next) {
      metadata.set('authorization', `Bearer ${process.env.ORDERS_TOKEN}`);
      next(metadata, listener);
    },
  });

const logged: Interceptor = (options, nextCall) => {
  console.log(options.method_definition.path);
  return new InterceptingCall(nextCall(options));
};

const shared = [signed];
const orders = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors: shared });

const done = (error: ServiceError | null) => {
  if (error) console.error('orders did not answer', error.code);
};

export function get(id: string): void {
  orders.getOrder({ id }, new Metadata(), { deadline: Date.now() + 2_000, interceptors: [logged] }, done); // ✗ no-ignored-security-option
}

export function cancel(id: string): void {
  orders.cancelOrder({ id }, new Metadata(), { deadline: Date.now() + 2_000, interceptors: [logged, ...shared] }, done); // ✓ the client's own are among them
}
