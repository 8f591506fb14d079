import { readFileSync } from 'node:fs';
import { credentials, type VerifyOptions } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { OrdersClient } from '../gen/orders';
import { pinned } from './options';

const ca = readFileSync('/etc/ssl/internal-ca.pem');

const verify: VerifyOptions = {
  rejectUnauthorized: false, // ✗ require-server-verification
};

export const orders = new OrdersClient('orders.internal:443', credentials.createSsl(ca, null, null, verify));
export const files = new FilesClient('files.internal:443', credentials.createSsl(ca, null, null, pinned));

export function open(address: string, skipNameCheck: boolean): OrdersClient {
  const options: VerifyOptions = {};
  if (skipNameCheck) {
    options.checkServerIdentity = () => undefined; // ✗ require-server-verification
  }
  return new OrdersClient(address, credentials.createSsl(ca, null, null, options));
}

export function openStrict(address: string, verifyPeer: boolean): OrdersClient {
  const options: VerifyOptions = { rejectUnauthorized: verifyPeer }; // ? unknown: decided by the caller
  return new OrdersClient(address, credentials.createSsl(ca, null, null, options));
}

export const tunnel = new FilesClient('10.0.4.7:443', credentials.createSsl(ca), {
  'grpc.ssl_target_name_override': 'files.internal', // ✓ a name that we chose ourselves
});
