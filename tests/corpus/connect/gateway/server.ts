import { createClient, type ConnectRouter } from '@connectrpc/connect';
import { createGrpcTransport } from '@connectrpc/connect-node';
import { ElizaService } from '../gen/eliza_pb';

const baseUrl = 'https://eliza.internal.example.com';
const eliza = createClient(ElizaService, createGrpcTransport({ baseUrl }));
const timed = createClient(ElizaService, createGrpcTransport({ baseUrl, defaultTimeoutMs: 5000 }));

export default (router: ConnectRouter) =>
  router.service(ElizaService, {
    async say(request, context) {
      if (request.sentence === '') return eliza.say(request); // ✗ require-call-deadline
      if (request.sentence === '1') return eliza.say(request, { timeoutMs: 1000 }); // ✓
      if (request.sentence === '2') return eliza.say(request, { signal: AbortSignal.any([context.signal, AbortSignal.timeout(1000)]) }); // ✓
      if (request.sentence === '3') return timed.say(request); // ✓
      if (request.sentence === '4') return timed.say(request, { timeoutMs: 0 }); // ✗ require-call-deadline
      if (request.sentence === '5') return timed.say(request, { timeoutMs: Date.now() + 5000 }); // ✗ require-call-deadline
      return eliza.say(request, { headers: context.requestHeader, timeoutMs: context.timeoutMs() ?? 1000 }); // ✗ no-excess-impersonation by its declared type
    },
    async *introduce(request, context) {
      const headers = { 'x-request-id': context.requestHeader.get('x-request-id') ?? '' };
      for await (const answer of eliza.introduce(request, { headers, signal: context.signal })) yield answer; // ✓
    },
  });
