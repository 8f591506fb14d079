import { initTRPC } from '@trpc/server';
import { z } from 'zod';
import { client, connection } from './temporal';

const t = initTRPC.create();
const order = z.object({ id: z.string().max(40) });

export const orders = t.router({
  place: t.procedure.input(order).query(({ input }) =>
    connection.withDeadline(Date.now() + 5000, () => client.workflow.start('placeOrder', { taskQueue: 'orders', workflowId: input.id, args: [input] })), // ✓
  ),
  outcome: t.procedure.input(order).query(({ input }) =>
    client.withDeadline(5000, () => client.workflow.getHandle(input.id).result()), // ✗ require-call-deadline
  ),
});
