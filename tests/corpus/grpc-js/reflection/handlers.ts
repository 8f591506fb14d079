import { createHash, timingSafeEqual } from 'node:crypto';
import { status, type Metadata, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import type { Line, RoomRef } from '../gen/chat';

const digest = (text: string) => createHash('sha256').update(text).digest();

function authorized(metadata: Metadata): boolean {
  const expected = process.env.CHAT_TOKEN;
  const [header] = metadata.get('authorization');
  return !!expected && typeof header === 'string' && timingSafeEqual(digest(header), digest(`Bearer ${expected}`));
}

export const handlers = {
  say(call: ServerUnaryCall<Line, RoomRef>, callback: sendUnaryData<RoomRef>): void {
    if (!authorized(call.metadata)) {
      callback({ code: status.UNAUTHENTICATED, details: 'token required' });
      return;
    }
    callback(null, { room: call.request.room });
  },
};
