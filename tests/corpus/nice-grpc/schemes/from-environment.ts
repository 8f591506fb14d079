import { ChannelCredentials, createChannel, type Channel } from 'nice-grpc';

const { USERS_HOST = 'users', USERS_PORT = '50051', NODE_ENV } = process.env;

export const url = createChannel(process.env.USERS_URL ?? 'localhost:3004'); // ? unknown: the address may have a scheme
export const host = createChannel(`${USERS_HOST}:${USERS_PORT}`); // ? unknown: the host may have a scheme
export const named = createChannel(`users-${NODE_ENV}.example.com:${USERS_PORT}`); // ✗ require-encryption
export const schemed = createChannel(`http://${USERS_HOST}:${USERS_PORT}`); // ✗ require-encryption
export const sealed = createChannel(`https://${USERS_HOST}:${USERS_PORT}`); // ✓

// without the variable, this goes on in clear
export const fallback = createChannel(
  'users.example.com:443',
  process.env.USERS_TLS ? ChannelCredentials.createSsl() : undefined, // ✗ no-plaintext-fallback
);

const channels = new Map<string, Channel>();

/** One channel for each service. */
export function channelTo(address: string): Channel {
  let channel = channels.get(address);
  if (!channel) channels.set(address, channel = createChannel(address));
  return channel;
}
