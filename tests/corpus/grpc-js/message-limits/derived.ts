import { credentials } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { Base, bounded, bulk } from './base';

export class FilesApi extends Base {
  open(address: string): FilesClient {
    return new FilesClient(address, this.channel, this.options); // ✓ said where it is written
  }
}

export const everything = new FilesClient('files.internal:443', credentials.createSsl(), { ...bulk, 'grpc.enable_retries': 0 }); // ✓ so is this
export const some = new FilesClient('files.internal:443', credentials.createSsl(), bounded);
