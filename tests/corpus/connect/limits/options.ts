import { connectNodeAdapter, createConnectTransport } from '@connectrpc/connect-node';
import { createConnectRouter } from '@connectrpc/connect';
import { nextJsApiRouter } from '@connectrpc/connect-next';
import routes from '../guide/connect';

const limits = { readMaxBytes: 8 * 1024 * 1024 };

export const whole = connectNodeAdapter({ routes, readMaxBytes: 0xffff_ffff }); // ✗ no-unlimited-message
export const own = connectNodeAdapter({ routes, ...limits }); // ✓
export const { handler, config } = nextJsApiRouter({ routes }); // ✗ no-unlimited-message
export const router = createConnectRouter(); // ✗ no-unlimited-message
export const client = createConnectTransport({ httpVersion: '1.1', baseUrl: 'https://eliza.example.com', readMaxBytes: 0xffff_ffff }); // ✗ no-unlimited-message
export const usual = createConnectTransport({ httpVersion: '1.1', baseUrl: 'https://eliza.example.com' }); // ✓
export const deep = createConnectTransport({ httpVersion: '1.1', baseUrl: 'https://eliza.example.com', binaryOptions: { recursionLimit: Number.POSITIVE_INFINITY } }); // ✗ no-unlimited-message
export const deeper = createConnectRouter({ ...limits, jsonOptions: { recursionLimit: 1_000_000 } }); // ✗ no-unlimited-message
export const deepEnough = createConnectRouter({ ...limits, jsonOptions: { recursionLimit: 200, ignoreUnknownFields: true } }); // ✓
