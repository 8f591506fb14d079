import { execFile, spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { FilesService, type ConvertRequest, type FileContent, type FileList, type FileRef, type SearchRequest } from '../gen/files';
import { escapeRegExp, inside, ROOT } from './paths';
import { thumbnail } from './thumbnail';

const FORMATS = ['png', 'webp', 'avif'];

const server = new grpc.Server();

server.addService(FilesService, {
  read(call: grpc.ServerUnaryCall<FileRef, FileContent>, callback: grpc.sendUnaryData<FileContent>) {
    const full = inside(call.request.name);
    if (!full) {
      callback({ code: grpc.status.INVALID_ARGUMENT, details: 'not a file of the store' });
      return;
    }
    fs.readFile(full, (error, data) => { // ✓ below the root
      if (error) callback({ code: grpc.status.NOT_FOUND, details: 'no such file' });
      else callback(null, { name: path.basename(full), data });
    });
  },

  convert(call: grpc.ServerUnaryCall<ConvertRequest, FileRef>, callback: grpc.sendUnaryData<FileRef>) {
    const { name, format } = call.request;
    if (!/^[\w-]+\.jpe?g$/.test(name) || !FORMATS.includes(format)) {
      callback({ code: grpc.status.INVALID_ARGUMENT, details: 'cannot convert that' });
      return;
    }
    execFile('convert', ['--', name, `out.${format}`], { cwd: ROOT, timeout: 30_000 }, (error) => { // ✓ no shell, and checked
      if (error) callback({ code: grpc.status.INTERNAL, details: 'conversion failed' });
      else callback(null, { name: `out.${format}` });
    });
  },

  search(call: grpc.ServerUnaryCall<SearchRequest, FileList>, callback: grpc.sendUnaryData<FileList>) {
    const expression = new RegExp(escapeRegExp(call.request.pattern), 'i'); // ✓ escaped
    fs.readdir(ROOT, (error, names) => {
      if (error) callback({ code: grpc.status.INTERNAL, details: 'the store is not readable' });
      else callback(null, { names: names.filter((name) => expression.test(name)).slice(0, 100) });
    });
  },

  watch(call: grpc.ServerWritableStream<FileRef, FileRef>) {
    const tail = spawn('inotifywait', ['-m', '.'], { cwd: ROOT }); // ✓ nothing of the caller's
    tail.stdout.on('data', () => call.write({ name: call.request.name }));
    call.on('cancelled', () => tail.kill());
  },

  reserve: thumbnail,
});

server.bindAsync('unix:/run/media.sock', grpc.ServerCredentials.createInsecure(), (error) => {
  if (error) throw error;
});
