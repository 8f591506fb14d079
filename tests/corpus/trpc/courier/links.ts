import { createTRPCClient, httpBatchLink } from '@trpc/client';
import type { CourierRouter } from './router';

export interface LinkOptions {
  url: string;
  token?: string;
}

export function courierClient({ url }: LinkOptions) {
  return createTRPCClient<CourierRouter>({ links: [httpBatchLink({ url })] });
}

/** One client for each depot. */
export class Depots {
  readonly #client;

  constructor(base: string) {
    this.#client = courierClient({ url: `${base}/trpc` });
  }

  parcels() {
    return this.#client.parcels.query(); // ✗ require-call-deadline
  }
}
