import type { ChannelOptions } from '@grpc/grpc-js';

export const MiB = 1024 * 1024;

export const keepalive: ChannelOptions = {
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
  'grpc.keepalive_permit_without_calls': 1,
};

export const archive: ChannelOptions = {
  ...keepalive,
  'grpc.max_receive_message_length': 64 * MiB, // ✓ large, but an end to it
};
