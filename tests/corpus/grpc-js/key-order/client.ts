import fs from 'node:fs';
import path from 'node:path';
import * as grpc from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

const read = (file: string) => fs.readFileSync(path.join('/etc/shop/tls', file));

const swapped = grpc.credentials.createSsl(read('ca.crt'), read('client.crt'), read('client.key')); // ✗ require-mutual-authentication
const straight = grpc.credentials.createSsl(read('ca.crt'), read('client.key'), read('client.crt')); // ✓

export const eu = new OrdersClient('orders.eu.example.com:443', swapped);
export const us = new OrdersClient('orders.us.example.com:443', straight);
