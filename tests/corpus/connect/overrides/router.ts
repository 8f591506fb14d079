import { createConnectRouter } from '@connectrpc/connect';
import { connectNodeAdapter } from '@connectrpc/connect-node';
import { ElizaService } from '../gen/eliza_pb';
import { authenticate, timing } from '../interceptors/auth';

const eliza = { say: () => ({ sentence: 'go on' }) };
const readMaxBytes = 1_000_000;
const shared = [authenticate];

export const router = createConnectRouter({ readMaxBytes, interceptors: shared })
  .service(ElizaService, eliza) // ✓
  .service(ElizaService, eliza, { interceptors: [timing] }) // ✗ no-ineffective-guard
  .service(ElizaService, eliza, { interceptors: [...shared, timing] }) // ✓
  .service(ElizaService, eliza, { readMaxBytes: 10 }) // ✓
  .rpc(ElizaService.method.say, eliza.say, { interceptors: [timing] }); // ✗ no-ineffective-guard

export const handler = connectNodeAdapter({
  readMaxBytes,
  interceptors: [authenticate],
  routes(routes) {
    routes.service(ElizaService, eliza, { interceptors: [timing] }); // ✗ no-ineffective-guard
    routes.service(ElizaService, eliza); // ✓
  },
});
