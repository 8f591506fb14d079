import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ServerError, Status, type CallContext, type ServiceImplementation } from 'nice-grpc';
import { FilesDefinition, type Chunk, type FilesServiceImplementation, type ReadRequest, type Stored } from '../gen/files';

const root = '/srv/files';

function inside(name: string): string {
  const target = path.resolve(root, name);
  if (!target.startsWith(`${root}/`)) throw new ServerError(Status.INVALID_ARGUMENT, 'not a file of yours');
  return target;
}

export class OpenFiles implements FilesServiceImplementation {
  async read(request: ReadRequest, _context: CallContext): Promise<Partial<Chunk>> {
    return { path: request.path, data: await readFile(path.join(root, request.path)) }; // ✗ no-peer-data-in-sink by its declared type
  }

  async store(request: AsyncIterable<Chunk>): Promise<Partial<Stored>> {
    let size = 0;
    for await (const chunk of request) {
      size += chunk.data.length;
      await writeFile(path.join(root, chunk.path), chunk.data, { flag: 'a' }); // ✗ no-peer-data-in-sink by its declared type
    }
    return { size };
  }
}

export const checkedFiles: ServiceImplementation<FilesDefinition> = {
  async read(request) {
    return { path: request.path, data: await readFile(inside(request.path)) }; // ✓
  },
  async store(request) {
    let size = 0;
    for await (const { data, path: name } of request) {
      size += data.length;
      await writeFile(inside(name), data, { flag: 'a' }); // ✓
    }
    return { size };
  },
};
