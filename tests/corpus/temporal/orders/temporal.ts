import { Client, Connection } from '@temporalio/client';

export const connection = Connection.lazy({ address: 'temporal.internal:7233', tls: true });
export const client = new Client({ connection });
