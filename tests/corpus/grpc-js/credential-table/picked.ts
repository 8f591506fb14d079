import * as grpc from '@grpc/grpc-js';
import { OrdersClient } from '../gen/orders';

enum Link {
  Plain,
  Tls,
}

const byLink = {
  [Link.Plain]: () => grpc.credentials.createInsecure(), // ✗ require-encryption
  [Link.Tls]: () => grpc.credentials.createSsl(),
};

const regions = {
  eu: { address: 'orders.eu.example.com:443', link: Link.Tls },
  us: { address: 'orders.us.example.com:50051', link: Link.Plain },
} as const;

export const eu = new OrdersClient(regions.eu.address, byLink[regions.eu.link]());
export const us = new OrdersClient(regions.us.address, byLink[regions.us.link]());
