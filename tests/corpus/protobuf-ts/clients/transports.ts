import { readFileSync } from 'node:fs';
import { ChannelCredentials } from '@grpc/grpc-js';
import { GrpcTransport } from '@protobuf-ts/grpc-transport';
import { UsersClient } from '../gen/users.client';

const token = process.env.USERS_TOKEN ?? '';

export const plain = new UsersClient(new GrpcTransport({
  host: 'users.example.com:50051',
  channelCredentials: ChannelCredentials.createInsecure(), // ✗ require-encryption
}));

export const sealed = new UsersClient(new GrpcTransport({ host: 'users.example.com:443', channelCredentials: ChannelCredentials.createSsl(), timeout: 5000 })); // ✓

export const nearby = new GrpcTransport({ host: 'localhost:50051', channelCredentials: ChannelCredentials.createInsecure() }); // ✓

export const carrying = new GrpcTransport({
  host: 'users.example.com:50051',
  channelCredentials: ChannelCredentials.createInsecure(), // ✗ no-credentials-in-clear
  meta: { Authorization: `Bearer ${token}` },
});

export const intercepted = new GrpcTransport({
  host: 'users.example.com:50051',
  channelCredentials: ChannelCredentials.createInsecure(), // ✗ no-credentials-in-clear
  interceptors: [{
    interceptUnary(next, method, input, options) {
      options.meta ??= {};
      options.meta['Authorization'] = `Bearer ${token}`;
      return next(method, input, options);
    },
  }],
});

export const anybody = new GrpcTransport({
  host: 'users.example.com:443',
  channelCredentials: ChannelCredentials.createSsl(readFileSync('ca.pem'), null, null, { rejectUnauthorized: false }), // ✗ require-server-verification
});

export const boundless = new GrpcTransport({
  host: 'users.example.com:443',
  channelCredentials: ChannelCredentials.createSsl(),
  clientOptions: {
    'grpc.max_receive_message_length': -1, // ✗ no-unlimited-message
    'grpc.max_message_length': 4_194_304, // ✗ no-unlimited-message
  },
});

export const beside = new GrpcTransport({
  host: 'users.example.com:443',
  channelCredentials: ChannelCredentials.createSsl(),
  timeout: 5000, // ✗ no-ignored-security-option
  callOptions: { propagate_flags: 0 },
});

const useTls = process.env.USERS_TLS === 'true';
export const chosen = new GrpcTransport({
  host: process.env.USERS_HOST ?? 'users:50051',
  channelCredentials: useTls ? ChannelCredentials.createSsl() : ChannelCredentials.createInsecure(), // ✗ no-plaintext-fallback
});
