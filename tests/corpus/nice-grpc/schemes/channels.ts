import { readFileSync } from 'node:fs';
import { ChannelCredentials, createChannel } from 'nice-grpc';

// a host and a port are no TLS, whatever the port
export const byPort = createChannel('users.example.com:443'); // ✗ require-encryption
export const byDns = createChannel('dns:///users.example.com:443'); // ✗ require-encryption
export const byHttp = createChannel('http://users.example.com'); // ✗ require-encryption
export const byHttps = createChannel('https://users.example.com'); // ✓
export const withPort = createChannel('https://users.example.com:8443'); // ✓
export const here = createChannel('127.0.0.1:50051'); // ✓
export const socket = createChannel('unix:/run/users.sock'); // ✓

export const insecure = createChannel('users.example.com:50051', ChannelCredentials.createInsecure()); // ✗ require-encryption
export const despite = createChannel('https://users.example.com', ChannelCredentials.createInsecure()); // ✗ require-encryption
export const secure = createChannel('users.example.com:50051', ChannelCredentials.createSsl(readFileSync('/run/tls/ca.pem'))); // ✓
export const unchecked = createChannel('users.example.com:50051', ChannelCredentials.createSsl(null, null, null, { rejectUnauthorized: false })); // ✗ require-server-verification
export const renamed = createChannel('https://10.0.0.4:8443', undefined, { 'grpc.ssl_target_name_override': 'users.internal' }); // ✓
