import * as grpc from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

const channels = {
  plain: grpc.credentials.createInsecure(), // ✓ only the emulator is reached with it
  tls: grpc.credentials.createSsl(),
} as const;

const targets = Object.freeze({
  emulator: 'localhost:8085',
  cloud: 'orders.example.com:443',
});

export const emulator = new OrdersClient(targets.emulator, channels.plain);
export const cloud = new OrdersClient(targets.cloud, channels['tls']);
