import { credentials, type ClientOptions } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { archive, keepalive, MiB } from './options';

const channel = credentials.createSsl();

export const uploads = new FilesClient('uploads.internal:443', channel, {
  ...keepalive,
  'grpc.max_send_message_length': -1, // ✓ limits only what we send ourselves
  'grpc.max_receive_message_length': 8 * MiB,
});

export const exports_ = new FilesClient('exports.internal:443', channel, {
  'grpc.max_send_message_length': -1,
  'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
  ...keepalive,
});

export function openArchive(address: string, bulk: boolean): FilesClient {
  const options: Partial<ClientOptions> = {
    ...archive,
    ...(bulk ? { 'grpc.max_receive_message_length': -1 } : {}), // ✗ no-unlimited-message
  };
  return new FilesClient(address, channel, options);
}

export const previews = new FilesClient('previews.internal:443', channel, {
  'grpc.max_message_length': 2 * MiB, // ✗ no-unlimited-message
});

export function openWith(address: string, extra: Partial<ClientOptions>): FilesClient {
  return new FilesClient(address, channel, {
    'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
    ...extra,
  });
}

export function openBounded(address: string, extra: Partial<ClientOptions>): FilesClient {
  return new FilesClient(address, channel, {
    ...extra,
    'grpc.max_receive_message_length': 8 * MiB, // ✓
  });
}
