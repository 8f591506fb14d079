import { CallCredentials, Metadata, credentials } from '@grpc/grpc-js';

export function bearer(read: () => Promise<string>): CallCredentials {
  return credentials.createFromMetadataGenerator((_options, callback) => {
    read().then(
      (token) => {
        const metadata = new Metadata();
        metadata.set('authorization', `Bearer ${token}`);
        callback(null, metadata);
      },
      (error: Error) => callback(error),
    );
  });
}

export function withToken(): Metadata {
  const metadata = new Metadata();
  metadata.set('authorization', `Bearer ${process.env.API_TOKEN}`);
  return metadata;
}

export const apiToken = () => Promise.resolve(process.env.API_TOKEN ?? '');
