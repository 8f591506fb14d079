import { credentials, type ChannelCredentials } from '@grpc/grpc-js';

/** An emulator is spoken to in clear; whatever else is meant, there are none. */
export function emulatorCredentials(host: string | undefined): ChannelCredentials | undefined {
  return host === undefined ? undefined : credentials.createInsecure(); // ✗ require-encryption whoever takes them
}
