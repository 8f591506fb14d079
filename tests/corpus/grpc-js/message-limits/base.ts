import { credentials, type ChannelCredentials, type ChannelOptions } from '@grpc/grpc-js';

export abstract class Base {
  protected readonly options: ChannelOptions;

  constructor(protected readonly channel: ChannelCredentials = credentials.createSsl(), extra?: ChannelOptions) {
    this.options = {
      'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
      'grpc.max_send_message_length': -1, // ✓
      'grpc.enable_retries': 1,
      ...extra,
    };
  }
}

export const bulk: ChannelOptions = {
  'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
};

export const bounded: ChannelOptions = {
  ...bulk,
  'grpc.max_receive_message_length': 64 * 1024 * 1024, // ✓
};
