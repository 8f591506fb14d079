import { createChannel, createClientFactory, FetchTransport, Metadata, WebsocketTransport } from 'nice-grpc-web';
import { UsersDefinition } from './gen/users';

export const plain = createChannel('http://api.example.com'); // ✗ require-encryption
export const sealed = createChannel('https://api.example.com', WebsocketTransport()); // ✓
export const own = createChannel(window.location.origin, FetchTransport({ credentials: 'include' })); // ✓
export const cookies = createChannel('http://api.example.com', FetchTransport({ credentials: 'include' })); // ✗ no-credentials-in-clear

const token = sessionStorage.getItem('token') ?? '';
const inClear = createChannel('http://api.example.com:8080'); // ✗ no-credentials-in-clear
const users = createClientFactory().create(UsersDefinition, inClear, { '*': { metadata: Metadata({ authorization: `Bearer ${token}` }) } });

export const me = () => users.getUser({ id: 'me' }, { signal: AbortSignal.timeout(10_000) });
