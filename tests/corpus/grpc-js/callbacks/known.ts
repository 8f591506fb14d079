import * as grpc from '@grpc/grpc-js';
import { NoticesClient, NoticesService, type Delivery, type Subscription } from '../gen/notices';

const SUBSCRIBERS = ['billing.internal:443', 'shipping.internal:443'];

const byTopic: ReadonlyMap<string, string> = new Map([
  ['outages', 'status.internal:443'],
  ['orders', 'shipping.internal:443'],
]);

const server = new grpc.Server();
server.addService(NoticesService, {
  subscribe(call: grpc.ServerUnaryCall<Subscription, Delivery>, callback: grpc.sendUnaryData<Delivery>) {
    const { callbackUrl, topic } = call.request;
    if (!SUBSCRIBERS.includes(callbackUrl)) {
      callback({ code: grpc.status.INVALID_ARGUMENT, details: 'unknown subscriber' });
      return;
    }
    const subscriber = new NoticesClient(callbackUrl, grpc.credentials.createSsl()); // ✓ one of a fixed list
    subscriber.push({ subject: topic, body: 'welcome' }, new grpc.Metadata(), { deadline: Date.now() + 2_000 }, (error) => {
      subscriber.close();
      callback(null, { id: topic, accepted: !error });
    });
  },
  push(call: grpc.ServerUnaryCall<Subscription, Delivery>, callback: grpc.sendUnaryData<Delivery>) {
    const address = byTopic.get(call.request.topic);
    if (!address) {
      callback({ code: grpc.status.NOT_FOUND, details: 'no such topic' });
      return;
    }
    const subscriber = new NoticesClient(address, grpc.credentials.createSsl()); // ✓ our own table
    subscriber.push({ subject: 'news', body: '' }, new grpc.Metadata(), { deadline: Date.now() + 2_000 }, (error) => {
      subscriber.close();
      callback(null, { id: call.request.topic, accepted: !error });
    });
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
