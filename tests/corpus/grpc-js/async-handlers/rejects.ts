import { readFile } from 'node:fs/promises';
import path from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { FilesService, type FileContent, type FileRef } from '../gen/files';
import { OrdersService, type Order, type OrderRef } from '../gen/orders';
import { RoomsService, type Line } from '../gen/chat';
import { loadOrder } from './store';

const getOrder: grpc.handleUnaryCall<OrderRef, Order> = async (call, callback) => { // ✗ no-crash-on-bad-call
  const order = await loadOrder(call.request.id);
  callback(null, order);
};

const server = new grpc.Server();

server.addService(OrdersService, { getOrder });

server.addService(FilesService, {
  async read(call: grpc.ServerUnaryCall<FileRef, FileContent>, callback: grpc.sendUnaryData<FileContent>) { // ✗ no-crash-on-bad-call
    const name = path.basename(call.request.name);
    const data = await readFile(`/srv/files/${name}.bin`);
    callback(null, { name, data });
  },
});

server.addService(RoomsService, {
  talk(call: grpc.ServerDuplexStream<Line, Line>) {
    call.on('data', (line: Line) => call.write({ ...line, payload: JSON.stringify(JSON.parse(line.payload)) })); // ✗ no-crash-on-bad-call
    call.on('end', () => call.end());
  },
  say(call: grpc.ServerUnaryCall<Line, Line>, callback: grpc.sendUnaryData<Line>) {
    const payload: unknown = JSON.parse(call.request.payload); // ✓ grpc-js answers a throw of a unary handler
    callback(null, { ...call.request, payload: JSON.stringify(payload) });
  },
});

server.bindAsync('127.0.0.1:50051', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
