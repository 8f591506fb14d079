import { readFile } from 'node:fs';
import path from 'node:path';
import { status, type ServerUnaryCall, type sendUnaryData } from '@grpc/grpc-js';
import type { FileContent, FileRef } from '../gen/files';

const ROOT = '/srv/files';

export function read(call: ServerUnaryCall<FileRef, FileContent>, callback: sendUnaryData<FileContent>): void {
  const name = path.basename(call.request.name);
  readFile(path.join(ROOT, name), (error, data) => { // ✓ a bare file name
    if (error) callback({ code: status.NOT_FOUND, details: 'no such file' });
    else callback(null, { name, data });
  });
}
