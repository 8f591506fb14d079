import { readFile, readFileSync } from 'node:fs';
import * as grpc from '@grpc/grpc-js';
import { FilesService, type ConvertRequest, type FileContent, type FileList, type FileRef, type SearchRequest } from './gen/files';

const catalogue = '/srv/files/catalogue.json';

const server = new grpc.Server();
server.addService(FilesService, {
  read(_call: grpc.ServerUnaryCall<FileRef, FileContent>, callback: grpc.sendUnaryData<FileContent>) {
    readFile(catalogue, (err, data) => {
      if (err) {
        callback({ code: grpc.status.INTERNAL, message: err.stack }); // ✗ no-error-detail-leak
        return;
      }
      callback(null, { name: 'catalogue', data });
    });
  },
  convert(call: grpc.ServerUnaryCall<ConvertRequest, FileRef>, callback: grpc.sendUnaryData<FileRef>) {
    try {
      const entries: FileRef[] = JSON.parse(readFileSync(catalogue, 'utf8'));
      callback(null, entries.find((entry) => entry.name === call.request.name));
    } catch (err) {
      callback({ code: grpc.status.INTERNAL, details: `cannot convert: ${(err as Error).message}` }); // ✗ no-error-detail-leak
    }
  },
  search(call: grpc.ServerUnaryCall<SearchRequest, FileList>, callback: grpc.sendUnaryData<FileList>) {
    try {
      const entries: FileRef[] = JSON.parse(readFileSync(catalogue, 'utf8'));
      const names = entries.map((entry) => entry.name).filter((name) => name.includes(call.request.pattern));
      callback(null, { names });
    } catch (err) {
      console.error('search failed', err);
      callback({ code: grpc.status.INTERNAL, details: 'search failed' }); // ✓ the detail stays here
    }
  },
});

server.bindAsync('unix:/run/files.sock', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw new Error(`cannot bind: ${error.message}`); // ✓ our own process
});
