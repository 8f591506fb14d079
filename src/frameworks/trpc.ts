import { arg, framework, param, steps, unlimited } from './describe.js'

const opts = param(0)
const handled = {
  handler: arg(0), guards: steps('use', 'concat', 'unstable_concat'), contract: steps('input'), peer: [opts.option('input')], raw: [opts.option('getRawInput'), opts.option('rawInput')],
  evidence: [opts.option('ctx')], rejection: 'answered' as const,
}
const url = { address: arg(0).option('url'), forwards: arg(0).option('headers').returned(), secrets: [arg(0).option('headers').returned(), arg(0).option('connectionParams').returned()], level: arg(0).option('url').scheme({ 'http:': 'none', 'ws:': 'none', 'https:': 'privacy', 'wss:': 'privacy' }), remedy: { encrypt: 'encrypt' } }

/** Procedures of @trpc/server 10 and 11. */
export const trpcServer = framework({
  module: ['@trpc/server', 'trpc-server-10'], tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/server',
  things: {
    Init: { is: ['initTRPC'], chain: ['context', 'meta'] },
    T: 'Init.create()',
    Procedure: { is: ['T.procedure'], chain: ['use', 'input', 'output', 'meta', 'concat', 'unstable_concat', 'errors'] },
  },
  guards: {
    'T.middleware()': { guard: arg(0), evidence: [opts.option('ctx')], pass: { calls: opts.option('next') } },
    'Procedure.use()': { guard: arg(0), evidence: [opts.option('ctx')], pass: { calls: opts.option('next') }, pure: true },
  },
  procedures: {
    'Procedure.query()': handled,
    'Procedure.mutation()': { ...handled, changesState: true },
    'Procedure.subscription()': handled,
  },
  remedies: { validate: 'Give `.input()` a schema that says what each field may be' },
})

/** The adapters: what they let in, and how much of it. */
const body = { bounds: 'the size of a request', value: arg(0).option('maxBodySize').otherwise(unlimited), removed: [unlimited], remedy: { limit: 'body' } }
const batch = { if: { ref: arg(0).option('allowBatching').unless(false), is: true }, bounds: 'how many calls come in one batch', of: 'batch' as const, value: arg(0).option('maxBatchSize').otherwise(unlimited), removed: [unlimited], remedy: { limit: 'batch' } }
const context = { makes: arg(0).option('createContext'), claims: [param(0).option('req.headers'), param(0).option('info.connectionParams')] }
export const trpcAdapters = framework({
  module: ['@trpc/server/adapters/standalone', '@trpc/server/adapters/node-http', '@trpc/server/adapters/fetch', '@trpc/server/adapters/ws', '@trpc/server/adapters/express', '@trpc/server/adapters/fastify', '@trpc/server/adapters/next'], tested: '11.25', docs: 'https://trpc.io/docs/server/adapters',
  contexts: Object.fromEntries(['createHTTPServer', 'createHTTPHandler', 'fetchRequestHandler', 'applyWSSHandler', 'createExpressMiddleware', 'nodeHTTPRequestHandler', 'createNextApiHandler'].map(name => [`${name}()`, context])),
  contextTypes: Object.fromEntries(['CreateExpressContextOptions', 'CreateFastifyContextOptions', 'CreateHTTPContextOptions', 'CreateWSSContextFnOptions', 'FetchCreateContextFnOptions', 'CreateNextContextOptions', 'NodeHTTPCreateContextFnOptions'].map(name => [name, context.claims])),
  limits: {
    'createHTTPServer()': body, 'createHTTPHandler()': body,
    'fetchRequestHandler()': batch, 'applyWSSHandler()': batch,
  },
  remedies: { body: 'Give `maxBodySize` a number of bytes, and `maxBatchSize` a number of calls', batch: 'Give `maxBatchSize` a number of calls, or set `allowBatching: false`' },
})

/** Links of @trpc/client 10 and 11. */
export const trpcClient = framework({
  module: ['@trpc/client', 'trpc-client-10'], tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/client/links',
  channels: {
    'httpLink()': url, 'httpBatchLink()': url, 'httpBatchStreamLink()': url, 'unstable_httpBatchStreamLink()': url, 'httpSubscriptionLink()': url, 'unstable_httpSubscriptionLink()': url,
    'createWSClient()': { ...url, address: arg(0).option('url').returned(), level: arg(0).option('url').returned().scheme({ 'ws:': 'none', 'http:': 'none', 'wss:': 'privacy', 'https:': 'privacy' }) },
  },
  remedies: { encrypt: 'Use an `https:` or `wss:` address' },
  edits: { encrypt: { begin: arg(0).option('url'), with: { 'http:': 'https:', 'ws:': 'wss:' }, says: 'Use an encrypted address' } },
})
