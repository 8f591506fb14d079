import { status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import type { ReserveReply, ReserveRequest } from '../gen/files';

const CDN = 'https://cdn.example.com/thumbnails';

interface Query extends ReserveRequest {
  album?: string;
}

export async function thumbnail(call: ServerUnaryCall<Query, ReserveReply>, callback: sendUnaryData<ReserveReply>) {
  try {
    const album = encodeURIComponent(call.request.album ?? 'default');
    const reply = await fetch(`${CDN}/${album}/cover.webp`, { signal: AbortSignal.timeout(2_000) }); // ✓ one encoded segment
    const body = await reply.arrayBuffer();
    callback(null, { bytes: body.byteLength });
  } catch {
    callback({ code: status.UNAVAILABLE, details: 'no thumbnail' });
  }
}
