import * as grpc from '@grpc/grpc-js';
import { NoticesClient, NoticesService, type Delivery, type Subscription } from '../gen/notices';

const server = new grpc.Server();
server.addService(NoticesService, {
  subscribe(call: grpc.ServerUnaryCall<Subscription, Delivery>, callback: grpc.sendUnaryData<Delivery>) {
    const { callbackUrl, topic } = call.request;
    const subscriber = new NoticesClient(callbackUrl, grpc.credentials.createSsl()); // ✗ no-peer-supplied-endpoint
    const options = { deadline: Date.now() + 2_000 };
    subscriber.push({ subject: topic, body: 'welcome' }, new grpc.Metadata(), options, (error) => {
      subscriber.close();
      callback(null, { id: topic, accepted: !error });
    });
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
