import { readFileSync } from 'node:fs';
import tls, { type SecureContextOptions } from 'node:tls';
import { ChannelCredentials } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { OrdersClient } from '../gen/orders';

const ca = readFileSync('/etc/ssl/partners-ca.pem');

const partner: SecureContextOptions = {
  ca,
  minVersion: 'TLSv1.2', // ✓
  maxVersion: 'TLSv1.3',
};

export const partnerOrders = new OrdersClient(
  'orders.partner.example:443',
  ChannelCredentials.createFromSecureContext(tls.createSecureContext(partner)),
);

const archive = tls.createSecureContext({ ca, ciphers: 'HIGH:!aNULL:!eNULL:!RC4:!MD5' }); // ✓ the weak ones are struck out

export const archiveFiles = new FilesClient('archive.partner.example:443', ChannelCredentials.createFromSecureContext(archive));
