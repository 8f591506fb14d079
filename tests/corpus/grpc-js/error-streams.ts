import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import * as grpc from '@grpc/grpc-js';
import type { FileList, SearchRequest } from './gen/files';

/** The lines of a journal, as long as somebody listens. */
export const follow: grpc.handleServerStreamingCall<SearchRequest, FileList> = (call) => {
  const source = createReadStream('/srv/files/journal.log');
  source.on('error', (error) => {
    call.emit('error', { code: grpc.status.INTERNAL, details: `cannot read: ${error.message}` }); // ✗ no-error-detail-leak by its declared type
  });
  const lines = createInterface(source);
  lines.on('line', (line) => call.write({ names: [line] }));
  lines.on('close', () => call.end());
};

export const search: grpc.handleServerStreamingCall<SearchRequest, FileList> = (call) => {
  const source = createReadStream('/srv/files/catalogue.json');
  source.on('error', (error) => {
    console.error(error);
    call.emit('error', { code: grpc.status.UNAVAILABLE, details: 'no catalogue' }); // ✓ the detail stays here
  });
  source.on('data', (part) => call.write({ names: [String(part)] }));
  source.on('end', () => call.end());
};
