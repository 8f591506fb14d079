import { Client, Connection } from '@temporalio/client';
import { address, cloud, options } from './config';

export async function connect() {
  const connection = await Connection.connect({ address }); // ✓ local, unless somebody says otherwise
  return new Client({ connection });
}

export const falling = () => Connection.connect(options); // ✗ no-plaintext-fallback
export const secured = () => Connection.connect(cloud); // ✓
export const elsewhere = (given: Parameters<typeof Connection.connect>[0]) => Connection.connect(given); // ✓ whoever calls says
