import path from 'node:path';
import { loadSync } from '@grpc/proto-loader';

export const packageDefinition = loadSync(path.resolve('protos/rooms.proto'), {
  defaults: true,
  longs: String,
  oneofs: true,
});
