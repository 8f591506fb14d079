import { randomUUID } from 'node:crypto';
import { Server, ServerCredentials, type ServerUnaryCall, type ServerWritableStream, type sendUnaryData } from '@grpc/grpc-js';
import { RoomsService, type Line, type RoomRef } from './gen/chat';

type Listener = ServerWritableStream<RoomRef, Line>;

const live = new Map<string, Listener>(); // ✓ removed when the stream ends
const seen = new Map<string, Line>(); // ✗ require-bounded-state

const server = new Server();
server.addService(RoomsService, {
  join(call: Listener) {
    const id = randomUUID();
    live.set(id, call);
    call.on('close', () => live.delete(id));
  },
  say(call: ServerUnaryCall<Line, RoomRef>, callback: sendUnaryData<RoomRef>) {
    seen.set(randomUUID(), call.request);
    for (const listener of live.values()) listener.write(call.request);
    callback(null, { room: call.request.room });
  },
});

server.bindAsync('127.0.0.1:50051', ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
