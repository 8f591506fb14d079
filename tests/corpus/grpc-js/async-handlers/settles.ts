import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { FilesService, type FileContent, type FileRef } from '../gen/files';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';
import { RoomsService, type Line } from '../gen/chat';
import { loadOrder } from './store';

function unary<Q, R>(work: (request: Q) => Promise<R>): grpc.handleUnaryCall<Q, R> {
  return (call, callback) => {
    work(call.request).then(
      (reply) => callback(null, reply),
      (error: unknown) => {
        console.error(call.getPath(), error);
        callback({ code: grpc.status.INTERNAL, details: 'the request failed' });
      },
    );
  };
}

class OrderHandlers {
  constructor(private readonly load: (id: string) => Promise<Order>) {}

  async cancelOrder(call: grpc.ServerUnaryCall<OrderRef, Order>, callback: grpc.sendUnaryData<Order>): Promise<void> { // ✓
    try {
      const order = await this.load(call.request.id);
      callback(null, { ...order, status: 'cancelled' });
    } catch {
      callback({ code: grpc.status.NOT_FOUND, details: 'no such order' });
    }
  }
}

const handlers = new OrderHandlers(loadOrder);
const server = new grpc.Server();

server.addService(OrdersService, {
  getOrder: unary<OrderRef, Order>(async (request) => loadOrder(request.id)), // ✓ the wrapper settles it
  cancelOrder: handlers.cancelOrder.bind(handlers),
});

server.addService(FilesService, {
  read(call: grpc.ServerUnaryCall<FileRef, FileContent>, callback: grpc.sendUnaryData<FileContent>) { // ✓
    const name = path.basename(call.request.name);
    readFile(`/srv/files/${name}.bin`)
      .then((data) => callback(null, { name, data }))
      .catch(() => callback({ code: grpc.status.NOT_FOUND, details: 'no such file' }));
  },
});

server.addService(RoomsService, {
  talk(call: grpc.ServerDuplexStream<Line, Line>) {
    call.on('data', (line: Line) => { // ✓
      try {
        call.write({ ...line, payload: JSON.stringify(JSON.parse(line.payload)) });
      } catch {
        call.end();
      }
    });
    call.on('end', () => call.end());
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
