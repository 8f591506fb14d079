import { NativeConnection, Worker } from '@temporalio/worker';

export async function run() {
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS, tls: process.env.NODE_ENV === 'production' }); // ✓ development
  const worker = await Worker.create({ connection, taskQueue: 'orders', workflowsPath: './workflows' });
  await worker.run();
}

export const inClear = () => NativeConnection.connect({ address: 'temporal.internal:7233', metadata: { authorization: process.env.TOKEN! } }); // ✗ no-credentials-in-clear
export const plain = () => NativeConnection.create({ address: 'temporal.internal:7233' }); // ✗ require-encryption
export const secured = () => NativeConnection.connect({ address: 'temporal.internal:7233', tls: { serverNameOverride: 'temporal.example.com' } }); // ✓
export const keyed = () => NativeConnection.connect({ address: 'eu.temporal.example.com:7233', apiKey: 'from-the-vault', tls: false }); // ✗ no-credentials-in-clear
