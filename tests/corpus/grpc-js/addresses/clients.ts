import { credentials as creds } from '@grpc/grpc-js';
import { FilesClient } from '../gen/files';
import { OrdersClient } from '../gen/orders';
import { FILES_HOST, SIDECAR_PORT } from './constants';

export const fromEnv = new OrdersClient(process.env.ORDERS_ADDR ?? 'localhost:50051', creds.createInsecure()); // ✓
export const unset = new OrdersClient(process.env.ORDERS_ADDR!, creds.createInsecure()); // ✗ require-encryption
export const compose = new OrdersClient(process.env.ORDERS_ADDR || 'orders:50051', creds.createInsecure()); // ✗ require-encryption
export const files = new FilesClient(`${FILES_HOST}:50051`, creds.createInsecure()); // ✗ require-encryption
export const sidecar = new FilesClient(`127.0.0.1:${SIDECAR_PORT}`, creds.createInsecure()); // ✓
export const six = new FilesClient('[::1]:50051', creds.createInsecure()); // ✓
export const listed = new FilesClient('ipv4:127.0.0.1:50051', creds.createInsecure()); // ✓
export const docker = new FilesClient('host.docker.internal:50051', creds.createInsecure()); // ✗ require-encryption
export const pod = new FilesClient('dns:///files.media.svc.cluster.local:50051', creds.createInsecure()); // ✗ require-encryption
export const socket = new FilesClient('unix:/var/run/files.sock', creds.createInsecure()); // ✓
export const abstract = new FilesClient('unix-abstract:files', creds.createInsecure()); // ✓

export const to = (address: string) => new FilesClient(address, creds.createInsecure()); // ✗ require-encryption
