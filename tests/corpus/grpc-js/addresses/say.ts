import type { ServerUnaryCall, sendUnaryData } from '@grpc/grpc-js';
import type { Line, RoomRef } from '../gen/chat';

export function say(call: ServerUnaryCall<Line, RoomRef>, callback: sendUnaryData<RoomRef>): void {
  const { room, text } = call.request;
  console.log('[%s] %s', room, text.slice(0, 200));
  callback(null, { room });
}
