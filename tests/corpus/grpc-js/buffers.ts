import * as grpc from '@grpc/grpc-js';
import { FilesService, type ReserveReply, type ReserveRequest } from './gen/files';

type Reserve = grpc.handleUnaryCall<ReserveRequest, ReserveReply>;

const MAX_BYTES = 1024 * 1024;

const whole: Reserve = (call, callback) => {
  const buffer = Buffer.alloc(call.request.size); // ✗ no-peer-sized-allocation
  callback(null, { bytes: buffer.length });
};

const pieces: Reserve = ({ request }, callback) => {
  const parts = new Array<Buffer>(request.count).fill(Buffer.alloc(512)); // ✗ no-peer-sized-allocation
  callback(null, { bytes: Buffer.concat(parts).length });
};

const padded: Reserve = (call, callback) => {
  const text = '0'.repeat(call.request.count); // ✗ no-peer-sized-allocation
  callback(null, { bytes: text.length });
};

const capped: Reserve = (call, callback) => {
  const size = Math.min(Math.max(call.request.size, 0), MAX_BYTES);
  const buffer = Buffer.alloc(size); // ✓ at most a mebibyte
  callback(null, { bytes: buffer.length });
};

const refused: Reserve = (call, callback) => {
  const { size } = call.request;
  if (!Number.isInteger(size) || size < 0 || size > MAX_BYTES) {
    callback({ code: grpc.status.OUT_OF_RANGE, details: `size must be 0 to ${MAX_BYTES}` });
    return;
  }
  callback(null, { bytes: Buffer.alloc(size).length }); // ✓ checked above
};

function serve(address: string, reserve: Reserve): void {
  const server = new grpc.Server();
  server.addService(FilesService, { reserve });
  server.bindAsync(address, grpc.ServerCredentials.createInsecure(), (error) => {
    if (error) throw error;
  });
}

serve('unix:/run/reserve/whole.sock', whole);
serve('unix:/run/reserve/pieces.sock', pieces);
serve('unix:/run/reserve/padded.sock', padded);
serve('unix:/run/reserve/capped.sock', capped);
serve('unix:/run/reserve/refused.sock', refused);
