import { always, arg, framework, of, param, receiver, steps, unlimited, type CallRow, type EditWords, type Framework, type GuardRow } from './describe.js'
import { grpcJs, ignores, leftOut, receiveLimit } from './grpc-js.js'

/** With promises, and middlewares: `use()` of a server or a client factory leaves that as it is, and returns a new one. */
const builders = { Factory: { is: ['createClientFactory()'], chain: ['use'], type: ['ClientFactory'] }, Client: { is: ['createClient()', 'Factory.create()'], type: ['Client', 'RawClient'] } }
const entries = { is: ['new Metadata()', 'Metadata()'], self: ['set', 'append'], type: ['Metadata'], holds: { entry: ['set', 'append'], out: ['delete'] } }
const goesOn: GuardRow['pass'] = { calls: param(0).option('next'), yields: true }
const middleware: GuardRow = { guard: arg(0), evidence: [param(1)], pass: goesOn, pure: true }
/** One of a client refuses nobody. */
const clientMiddleware: GuardRow = { guard: arg(0), evidence: [], pass: goesOn, pure: true }
const ownOptions = of('create', 2).or(of('createClient', 2))
/** Nothing gives a call up but a signal, or a middleware that counts: milliseconds from now, not a point in time. */
const promised: CallRow = {
  through: of('create', 1).or(of('createClient', 1)), deadline: arg(1).option('signal').or(arg(1).option('deadline').otherwise(unlimited)), unit: 'span',
  timed: [steps('use'), ownOptions], secrets: [arg(1).option('metadata'), steps('use'), ownOptions.each().option('metadata')], forwards: arg(1).option('metadata'),
}
const promising = { things: { ...builders, Metadata: entries }, calls: { 'Client.*()': promised } } satisfies Partial<Framework>
const promisingRemedies = { deadline: 'Give it `{ signal: AbortSignal.timeout(milliseconds) }`', unit: 'Give `deadline` the milliseconds that the call may take' }
const signal = [{ insert: arg(1), option: 'signal: AbortSignal.timeout(5000)', says: 'Give it up after five seconds' }, { append: '{ signal: AbortSignal.timeout(5000) }', at: 1, says: 'Give it up after five seconds' }]
const scheme: EditWords = { begin: arg(0), with: { 'http:': 'https:' }, says: 'Use an `https:` address' }
const { edits: grpcEdits, remedies: grpcRemedies } = grpcJs as Required<Framework>

export const niceGrpc = framework({
  module: ['nice-grpc', 'nice-grpc-common', 'nice-grpc-client-middleware-deadline', 'nice-grpc-server-reflection'], tested: '2.1', docs: 'https://github.com/deeplay-io/nice-grpc#readme',
  ...promising,
  things: { ...promising.things, Server: { is: ['createServer()'], chain: ['use'], self: ['with'], type: ['Server', 'ServerAddBuilder'] }, Reflection: { is: ['ServerReflectionService'] } },
  // the classes of @grpc/grpc-js, under another name
  credentials: Object.fromEntries(Object.entries(grpcJs.credentials!).filter(([name]) => name.startsWith('ChannelCredentials.'))),
  channels: {
    // TLS goes by the scheme: without one, `host:443` is in clear
    'createChannel()': { address: arg(0), credentials: arg(1), level: arg(0).matches('^[^:]*https[^:]*://').scale({ true: 'privacy', false: 'none' }), override: arg(2).option('"grpc.ssl_target_name_override"'), ignores, remedy: { encrypt: 'scheme' } },
  },
  listeners: { 'Server.listen()': { address: arg(0), credentials: arg(1), level: always('none'), remedy: { encrypt: 'listener' } } },
  guards: { 'Server.use()': middleware, 'Server.with()': middleware, 'Factory.use()': clientMiddleware },
  procedures: {
    'Server.add()': {
      handler: arg(1).each(), guards: [steps('use'), steps('with')], peer: [param(0), param(1).option('metadata')], claims: [param(1).option('metadata')], evidence: ['metadata', 'peer'].map(name => param(1).option(name)),
      rejection: 'answered', types: { service: ['ServiceImplementation', 'RawServiceImplementation'], context: { names: ['CallContext'], at: 1 } },
    },
  },
  limits: { 'createServer()': grpcJs.limits!['new Server()']!, 'createChannel()': receiveLimit(arg(2)) },
  options: grpcJs.options!,
  admins: { 'Server.add()': { if: { ref: arg(0), thing: 'Reflection' }, service: 'Reflection', on: receiver } },
  replies: { 'new ServerError()': { tells: arg(1), internal: { ref: arg(0).scale({ INTERNAL: true, UNKNOWN: true, DATA_LOSS: true, 2: true, 13: true, 15: true }), is: true } } },
  endpoints: ['*.peer', '*.get("x-forwarded-for")', '*.get("x-real-ip")'],
  edits: { ...Object.fromEntries(['channel', 'verify', 'names', 'option', 'swap', 'floor', 'ciphers'].map(key => [key, grpcEdits[key]!])), limit: leftOut, deadline: signal, scheme },
  remedies: {
    ...Object.fromEntries(['verify', 'names', 'limit', 'option', 'streams', 'floor', 'ciphers', 'admin', 'swap'].map(key => [key, grpcRemedies[key]!])), ...promisingRemedies,
    scheme: 'Begin the address with `https://`, or give `ChannelCredentials.createSsl()`', channel: 'Use `ChannelCredentials.createSsl()`, or leave it out and begin the address with `https://`',
    listener: 'Give it `ServerCredentials.createSsl(roots, keyCertPairs, true)` as its second argument', guard: 'Throw a `ServerError` before `call.next()` is called', keep: 'Log it, and throw a `ServerError` with words of your own',
    callers: 'Give the server a middleware that refuses calls without a token, and add services to what `use()` returns',
  },
})

/** The same client in a browser, over gRPC-web. */
export const niceGrpcWeb = framework({
  module: ['nice-grpc-web', 'nice-grpc-client-middleware-deadline'], tested: '3.3', docs: 'https://github.com/deeplay-io/nice-grpc/tree/master/packages/nice-grpc-web#readme',
  ...promising, things: { ...promising.things, Transport: 'FetchTransport()' },
  channels: { 'createChannel()': { address: arg(0), level: arg(0).scheme({ 'https:': 'privacy', 'http:': 'none' }), cookies: arg(1).only('Transport').argument(0).option('credentials').scale({ 'include': true, '*': false }), remedy: { encrypt: 'scheme' } } },
  guards: { 'Factory.use()': clientMiddleware },
  remedies: { ...promisingRemedies, scheme: 'Use an `https:` address' },
  edits: { scheme, deadline: signal },
})
