import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { client } from './temporal';

const t = initTRPC.create();
const order = z.object({ id: z.string().max(40) });

export const orders = t.router({
  place: t.procedure.input(order).query(async ({ input }) => {
    const handle = await client.workflow.start('placeOrder', { taskQueue: 'orders', workflowId: input.id, args: [input] }); // ✗ require-call-deadline
    return handle.workflowId;
  }),
  outcome: t.procedure.input(order).query(async ({ input }) => client.workflow.getHandle(input.id).result()), // ✗ require-call-deadline
});

/** Nobody waits for it but whoever started it. */
export const nightly = () => client.workflow.execute('nightly', { taskQueue: 'orders', workflowId: 'nightly' }); // ✓
