import { initTRPC } from '@trpc/server';
import { z } from 'zod';

const t = initTRPC.create();

const parcels = t.procedure.query(() => [{ id: 'p1' }]);
const track = t.procedure.input(z.object({ id: z.string().max(40) })).query(({ input }) => ({ id: input.id, at: 'depot' }));

export const courierRouter = t.router({ parcels, track });
export type CourierRouter = typeof courierRouter;
