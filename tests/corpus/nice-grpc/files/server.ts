import { readFileSync } from 'node:fs';
import { ServerCredentials } from '@grpc/grpc-js';
import { createServer } from 'nice-grpc';
import { FilesDefinition } from '../gen/files';
import { OpenFiles } from './service';

const pairs = [{ private_key: readFileSync('/run/tls/tls.key'), cert_chain: readFileSync('/run/tls/tls.crt') }];

// the CA is there, and nobody needs a certificate of it
const optional = ServerCredentials.createSsl(readFileSync('/run/tls/ca.pem'), pairs); // ✗ no-optional-authentication

const server = createServer({ 'grpc.max_receive_message_length': -1 }); // ✗ no-unlimited-message
server.add(FilesDefinition, new OpenFiles());
await server.listen('0.0.0.0:8443', optional); // ✓ said of the credentials

const bounded = createServer({ 'grpc.max_receive_message_length': 16 * 1024 * 1024 }); // ✓
bounded.add(FilesDefinition, new OpenFiles());
await bounded.listen('0.0.0.0:8444', ServerCredentials.createSsl(readFileSync('/run/tls/ca.pem'), pairs, true)); // ✓
