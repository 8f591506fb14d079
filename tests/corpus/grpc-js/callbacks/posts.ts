import * as grpc from '@grpc/grpc-js';
import { NoticesService, type Delivery, type Subscription } from '../gen/notices';

const server = new grpc.Server();
server.addService(NoticesService, {
  async subscribe(call: grpc.ServerUnaryCall<Subscription, Delivery>, callback: grpc.sendUnaryData<Delivery>) {
    const body = JSON.stringify({ topic: call.request.topic });
    try {
      const reply = await fetch(call.request.callbackUrl, { method: 'POST', body, signal: AbortSignal.timeout(2_000) }); // ✗ no-peer-supplied-endpoint
      callback(null, { id: call.request.topic, accepted: reply.ok });
    } catch {
      callback({ code: grpc.status.UNAVAILABLE, details: 'the callback was not answered' });
    }
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
