import { arg, args, framework, listening, of, param, spoken, steps, unlimited, type CallRow, type LimitRow, type Ref } from './describe.js'

const opts = param(0)
/** Input before any schema saw it: version 11 gives a function, version 10 the thing itself. */
const raw = [opts.option('getRawInput').returned(), opts.option('rawInput')]
const handled = {
  handler: arg(0), guards: steps('use', 'concat', 'unstable_concat'), contract: steps('input'), peer: [opts.option('input')], raw,
  evidence: [opts.option('ctx')], rejection: 'answered' as const, replies: { returned: true as const },
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
    'T.middleware()': { guard: arg(0), evidence: [opts.option('ctx')], raw, pass: { calls: opts.option('next') }, context: spoken('context') },
    'Procedure.use()': { guard: arg(0), evidence: [opts.option('ctx')], raw, pass: { calls: opts.option('next') }, pure: true, context: spoken('context') },
  },
  gathers: { 'T.router()': arg(0).each(), 'T.mergeRouters()': args(0) },
  procedures: {
    'Procedure.query()': handled,
    'Procedure.mutation()': { ...handled, changesState: true },
    'Procedure.subscription()': handled,
  },
  replies: {
    'new TRPCError()': { tells: arg(0).option('message'), internal: { ref: arg(0).option('code'), is: 'INTERNAL_SERVER_ERROR' }, remedy: { keep: 'message' } },
    'Init.create()': { made: arg(0).option('errorFormatter'), error: [param(0).option('error')], stack: arg(0).option('isDev'), remedy: { keep: 'format' } },
  },
  remedies: { message: 'Give the error as `cause`, and say in `message` what the caller may know', format: 'Keep it on the server: `onError` sees the whole error', validate: 'Give `.input()` a schema that says what each field may be', parse: 'Parse it, or read `input` after `.input()`' },
})

/** The adapters: what they let in, and how much of it. A body that somebody has read already is as large as that one let it be. */
const options = arg(0)
const body = (at: Ref): LimitRow => ({ bounds: 'the size of a request', value: at.option('maxBodySize').otherwise(unlimited), removed: [unlimited, 0], above: 2 ** 31 - 2, remedy: { limit: 'body' } })
/** Version 10 knows no bound for a batch. */
const batch = (at: Ref): LimitRow => ({
  if: [{ ref: at.option('allowBatching').unless(false), is: true }, { ref: at.option('batching.enabled').unless(false), is: true }],
  bounds: 'how many calls come in one batch', of: 'batch', value: at.option('maxBatchSize').otherwise(unlimited), removed: [unlimited], above: 1_000_000, remedy: { limit: 'batch' },
})
const plugin = arg(1).option('trpcOptions')
/** The address of a caller: of its socket, or what somebody on the way wrote that it was. */
const addresses = ['req.ip', 'req.socket.remoteAddress', 'req.connection.remoteAddress', ...['x-forwarded-for', 'x-real-ip', 'x-client-ip', 'cf-connecting-ip'].map(name => `req.headers.${name}`)].map(path => param(0).option(path))
const context = { makes: options.option('createContext'), claims: [param(0).option('req.headers'), param(0).option('info.connectionParams')], endpoints: addresses }
const adapters = ['createHTTPServer', 'createHTTPHandler', 'createHTTP2Handler', 'fetchRequestHandler', 'applyWSSHandler', 'getWSConnectionHandler', 'createExpressMiddleware', 'nodeHTTPRequestHandler', 'createNextApiHandler', 'fastifyRequestHandler']
/** An event of a function in a cloud, which bounds how large that is. */
const event = { makes: options.option('createContext'), claims: [param(0).option('event.headers'), param(0).option('info.connectionParams')] }
const lambdas = ['awsLambdaRequestHandler', 'awsLambdaStreamingRequestHandler']
export const trpcAdapters = framework({
  module: ['@trpc/server', 'trpc-server-10'].flatMap(name => ['standalone', 'node-http', 'fetch', 'ws', 'express', 'fastify', 'next', 'aws-lambda'].map(adapter => `${name}/adapters/${adapter}`)), tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/server/adapters',
  things: { Plugin: 'fastifyTRPCPlugin', Server: 'createHTTPServer()' },
  contexts: Object.fromEntries([...adapters.map(name => [`${name}()`, context]), ...lambdas.map(name => [`${name}()`, event])]),
  contextTypes: {
    ...Object.fromEntries(['CreateExpressContextOptions', 'CreateFastifyContextOptions', 'CreateHTTPContextOptions', 'CreateHTTP2ContextOptions', 'CreateWSSContextFnOptions', 'FetchCreateContextFnOptions', 'CreateNextContextOptions', 'NodeHTTPCreateContextFnOptions'].map(name => [name, { claims: context.claims, endpoints: addresses }])),
    CreateAWSLambdaContextOptions: { claims: event.claims },
  },
  limits: {
    'createHTTPServer()': [body(options), batch(options)], 'createHTTPHandler()': [body(options), batch(options)], 'createHTTP2Handler()': [body(options), batch(options)], 'nodeHTTPRequestHandler()': [body(options), batch(options)],
    // without one of its own, the body is as large as whoever read it before lets it be
    'createExpressMiddleware()': [{ ...body(options), value: options.option('maxBodySize') }, batch(options)], 'createNextApiHandler()': batch(options), 'fetchRequestHandler()': batch(options), 'applyWSSHandler()': batch(options), 'getWSConnectionHandler()': batch(options), 'fastifyRequestHandler()': batch(options),
    ...Object.fromEntries(lambdas.map(name => [`${name}()`, batch(options)])),
    '*.register()': { ...batch(plugin), if: [{ ref: arg(0), thing: 'Plugin' }, { ref: plugin.option('allowBatching').unless(false), is: true }] },
  },
  listeners: {
    'fetchRequestHandler()': { ignores: [{ in: options, lacks: ['maxBodySize'] }], remedy: { unread: 'length' } },
    'createExpressMiddleware()': { serves: options.option('router') },
    'Server.listen()': listening({ serves: of('createHTTPServer').option('router'), mayRefuse: [of('createHTTPServer').option('createContext'), of('createHTTPServer').option('middleware')], remedy: { callers: 'context' } }),
  },
  edits: {
    body: [{ replace: options.option('maxBodySize'), with: '1_048_576', says: 'Read a mebibyte at most' }, { insert: options, option: 'maxBodySize: 1_048_576', says: 'Read a mebibyte at most' }],
    batch: { replace: options.option('maxBatchSize'), with: '10', says: 'Take ten calls at most' },
  },
  remedies: { context: 'Give it a `createContext` that finds out who calls, and procedures that refuse strangers', length: 'Refuse a request whose `content-length` is too large before it is handled', body: 'Give `maxBodySize` a number of bytes, and `maxBatchSize` a number of calls', batch: 'Give `maxBatchSize` a number of calls, or set `allowBatching: false`' },
})

/** Links of @trpc/client 10 and 11. */
const request = (client: string): CallRow => {
  const links = of(client).option('links').each().only('Link').argument(0)
  return {
    deadline: arg(1).option('signal').otherwise(unlimited),
    // any fetch of the program's own may give up, and so may a link of its own
    timed: links.option('fetch').or(links.option('true').only('Link').argument(0).option('fetch')).or(links.option('false').only('Link').argument(0).option('fetch')),
  }
}
const linkNames = ['httpLink', 'httpBatchLink', 'httpBatchStreamLink', 'unstable_httpBatchStreamLink', 'httpSubscriptionLink', 'unstable_httpSubscriptionLink']
export const trpcClient = framework({
  module: ['@trpc/client', 'trpc-client-10'], tested: '10.45 - 11.25', docs: 'https://trpc.io/docs/client/links',
  things: { Link: { is: [...linkNames, 'wsLink', 'splitLink', 'loggerLink', 'retryLink'].map(name => `${name}()`) } },
  channels: {
    ...Object.fromEntries(linkNames.map(name => [`${name}()`, url])),
    'createWSClient()': { ...url, address: arg(0).option('url').returned(), level: arg(0).option('url').returned().scheme({ 'ws:': 'none', 'http:': 'none', 'wss:': 'privacy', 'https:': 'privacy' }) },
  },
  calls: Object.fromEntries(['createTRPCClient', 'createTRPCProxyClient'].flatMap(client => ['query', 'mutate'].map(call => [`${client}().**.${call}()`, request(client)]))),
  remedies: { encrypt: 'Use an `https:` or `wss:` address', deadline: 'Give it `{ signal: AbortSignal.timeout(milliseconds) }`, or the link a `fetch` that gives up' },
  edits: {
    encrypt: { begin: arg(0).option('url'), with: { 'http:': 'https:', 'ws:': 'wss:' }, says: 'Use an encrypted address' },
    deadline: [{ insert: arg(1), option: 'signal: AbortSignal.timeout(5000)', says: 'Give it up after five seconds' }, { append: '{ signal: AbortSignal.timeout(5000) }', at: 1, says: 'Give it up after five seconds' }],
  },
})
