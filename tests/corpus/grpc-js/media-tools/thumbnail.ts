import { status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import type { ReserveReply, ReserveRequest } from '../gen/files';

const CDN = 'https://cdn.example.com/thumbnails';

interface Query extends ReserveRequest {
  album?: string;
}

export async function thumbnail(call: ServerUnaryCall<Query, ReserveReply>, callback: sendUnaryData<ReserveReply>) {
  try {
    const reply = await fetch(`${CDN}/${call.request.album}/cover.webp`, { signal: AbortSignal.timeout(2_000) }); // ✗ no-peer-data-in-sink by its declared type
    const body = await reply.arrayBuffer();
    callback(null, { bytes: body.byteLength });
  } catch {
    callback({ code: status.UNAVAILABLE, details: 'no thumbnail' });
  }
}
