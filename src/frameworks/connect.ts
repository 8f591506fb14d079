import { always, anytime, arg, framework, giver, last, listening, of, param, unlimited, type CallRow, type ChannelRow, type EditWords, type GuardRow, type LimitRow, type ProcedureRow, type Ref } from './describe.js'

// ── clients ────────────────────────────────────────────────────────────────────────────────────────────────────────
const options = arg(0), base = options.option('baseUrl')
const schemes = { 'https:': 'privacy', 'http:': 'none' }
/** Its calls go where the address says, as it says; an interceptor sees each. */
const transport: ChannelRow = {
  address: base, level: base.scheme(schemes), secrets: options.option('interceptors').each(), timed: options.option('defaultTimeoutMs').or(options.option('interceptors')).or(options.option('fetch')), remedy: { encrypt: 'scheme' },
}
/** What is handed to `https` and `http2` of Node. */
const tls = (at: Ref) => ({ chain: at.option('rejectUnauthorized').unless(false), names: at.option('checkServerIdentity'), floor: at.option('minVersion'), ciphers: at.option('ciphers') })
/** A manager of sessions has been given its own options: those beside it are not read. */
const onNode: ChannelRow[] = [
  { ...transport, if: [{ ref: options.option('sessionManager'), present: true }, { ref: options.option('nodeOptions'), present: true }], ignores: [{ what: options.option('nodeOptions'), name: 'nodeOptions', instead: 'new Http2SessionManager(url, {}, nodeOptions)' }] },
  { ...transport, ...tls(options.option('nodeOptions')) },
]
const transports = ['createConnectTransport', 'createGrpcTransport', 'createGrpcWebTransport']
const each = <T>(names: readonly string[], row: T) => Object.fromEntries(names.map(name => [`${name}()`, row]))

/** The greatest number that is taken is the one that is taken by itself: four gibibytes. */
const greatest = 0xffff_ffff
const received = (at: Ref): LimitRow => ({ bounds: 'the size of a message', value: at.option('readMaxBytes'), removed: [greatest], above: 2 ** 31 - 2 })
/** A message may nest a hundred times, unless the code that reads it is told otherwise. */
const nested = (at: Ref): LimitRow[] => ['binaryOptions', 'jsonOptions'].map(name => ({ bounds: 'how deep a message may nest', value: at.option(name).option('recursionLimit'), removed: [unlimited], above: 10_000, remedy: { limit: 'depth' } }))
const bound = (at: Ref): EditWords[] => [{ replace: at.option('readMaxBytes'), with: '4_194_304', says: 'Read four mebibytes at most' }, { insert: at, option: 'readMaxBytes: 4_194_304', says: 'Read four mebibytes at most' }]

const remedies = {
  scheme: 'Use an `https:` address', deadline: 'Give it `timeoutMs`, or the transport `defaultTimeoutMs`', unit: 'Give `timeoutMs` the milliseconds that the call may take',
  verify: 'Leave `rejectUnauthorized` out and give the private CA as `ca`', names: 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out',
  floor: "Use `minVersion: 'TLSv1.2'` or later", ciphers: 'Leave `ciphers` out: the default list is sound', limit: 'Give `readMaxBytes` a number of bytes: without one, it is four gibibytes', depth: 'Leave `recursionLimit` out: the default is a hundred',
}
const scheme: EditWords = { begin: base, with: { 'http:': 'https:' }, says: 'Use an `https:` address' }

/** Transports of Node; version 1 has the same. */
export const connectNode = framework({
  module: ['@connectrpc/connect-node', '@bufbuild/connect-node'], tested: '1.7 - 2.2', docs: 'https://connectrpc.com/docs/node/using-clients',
  channels: { ...each(transports, onNode), 'new Http2SessionManager()': { address: arg(0), level: arg(0).scheme(schemes), ...tls(arg(2)), remedy: { encrypt: 'session' } } },
  limits: each(transports, [received(options), ...nested(options)]),
  edits: {
    scheme, limit: bound(options), session: { begin: arg(0), with: { 'http:': 'https:' }, says: 'Use an `https:` address' },
    verify: [options.option('nodeOptions'), arg(2)].map(at => ({ remove: at.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' })),
    names: [options.option('nodeOptions'), arg(2)].map(at => ({ remove: at.option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' })),
  },
  remedies: { ...remedies, session: remedies.scheme },
})

/** Transports of browsers, which know no bound. */
export const connectWeb = framework({
  module: ['@connectrpc/connect-web', '@bufbuild/connect-web'], tested: '1.7 - 2.2', docs: 'https://connectrpc.com/docs/web/using-clients',
  // version 1 says itself whether cookies go along
  channels: each(['createConnectTransport', 'createGrpcWebTransport'], { ...transport, cookies: options.option('credentials').scale({ 'include': true, '*': false }) }),
  edits: { scheme }, remedies: { scheme: remedies.scheme },
})

// ── guards, and what they guard ────────────────────────────────────────────────────────────────────────────────────
/** An interceptor is given what goes on, and returns what sees each request. */
const interceptor = { curried: true as const, evidence: ['header', 'contextValues'].map(name => param(0).option(name)), pass: { calls: param(0) } }
const intercepting = (at: Ref): GuardRow[] => [
  { ...interceptor, guard: at.option('interceptors').each() },
  { guard: at.option('requestGate'), evidence: ['requestHeader', 'values'].map(name => param(0).option(name)), pass: 'completes', remedy: { guard: 'gate' } },
]

/** Protocols that a router can be told not to speak. */
const protocols = ['grpc', 'grpcWeb', 'connect']
/** What a router was made with: itself, or by the adapter that hands it to the function which fills it. */
const router = (name: string) => giver(0).option(name).or(of('createConnectRouter').option(name))
const routers = giver(0).option('interceptors').each().or(of('createConnectRouter').option('interceptors').each())
const served = (handler: Ref, own: Ref): ProcedureRow => ({
  handler, guard: interceptor, guards: own.option('interceptors').each().or(routers), overrides: { own: own.option('interceptors'), of: routers },
  // what is left out is spoken again
  forgets: { in: own, each: protocols.map(name => ({ name, own: own.option(name), of: router(name), is: false })) },
  peer: [param(0), param(1).option('requestHeader'), param(1).option('url')], claims: [param(1).option('requestHeader')], evidence: ['requestHeader', 'values'].map(name => param(1).option(name)), rejection: 'answered',
})
const types: ProcedureRow['types'] = { handler: ['MethodImpl'], service: ['ServiceImpl'], context: { names: ['HandlerContext'], at: 1 } }

const clients = ['createClient', 'createPromiseClient', 'createCallbackClient']
const made = clients.map(name => of(name, 1)).reduceRight((rest, one) => one.or(rest))
const called: CallRow = { through: made, unit: 'span', secrets: arg(1).option('headers'), forwards: arg(1).option('headers'), deadline: arg(1).option('timeoutMs').or(arg(1).option('signal').otherwise(unlimited)) }
/** Zero takes the default of the transport away. */
const untimed: CallRow = { if: { ref: arg(1).option('timeoutMs'), is: 0 }, forwards: called.forwards!, deadline: arg(1).option('signal').otherwise(unlimited), remedy: { deadline: 'zero' } }
const routed = intercepting(arg(2)), alone = [...intercepting(arg(3)), ...routed]
const adapters = ['connectNodeAdapter', 'expressConnectMiddleware', 'nextJsApiRouter']
const reading = (at: Ref): LimitRow => ({ ...received(at), value: at.option('readMaxBytes').otherwise(greatest) })
const plugin = { ref: arg(0), thing: 'Plugin' }

/** Clients, routers and the adapters that hand them to a server. */
export const connect = framework({
  module: ['@connectrpc/connect', '@bufbuild/connect', '@connectrpc/connect-node', '@connectrpc/connect-express', '@connectrpc/connect-fastify', '@connectrpc/connect-next', '@bufbuild/connect-node'], tested: '1.7 - 2.2', docs: 'https://connectrpc.com/docs/node/interceptors',
  things: {
    Client: { is: clients.map(name => `${name}()`), type: ['Client', 'PromiseClient', 'CallbackClient'] },
    Plugin: 'fastifyConnectPlugin',
    Router: { is: ['createConnectRouter()', ...adapters.map(name => ({ given: `${name}()`, arg: 0, param: 0, option: 'routes' })), { given: '*.register()', arg: 1, param: 0, option: 'routes' }], self: ['service', 'rpc'], type: ['ConnectRouter'] },
  },
  calls: { 'Client.*()': [untimed, called] },
  guards: {
    ...each([...adapters, 'createConnectRouter'], intercepting(options)), '*.register()': intercepting(arg(1)).map(row => ({ ...row, if: plugin })), 'Router.service()': routed, 'Router.rpc()': alone,
  },
  procedures: {
    'Router.service()': { ...served(arg(1).each(), arg(2)), types },
    // version 1 is given the service before the method
    'Router.rpc()': [{ ...served(arg(2), arg(3)), if: { ref: arg(2), kind: 'function' } }, served(arg(1), arg(2))],
  },
  limits: { ...each([...adapters, 'createConnectRouter'], [reading(options), ...nested(options)]), '*.register()': [{ ...reading(arg(1)), if: plugin, remedy: { limit: 'plugin' } }, ...nested(arg(1)).map(row => ({ ...row, if: plugin }))] },
  replies: { 'new ConnectError()': { tells: [arg(0), arg(3)], internal: { ref: arg(1).scale({ 'Internal': true, 'Unknown': true, 'DataLoss': true, 2: true, 13: true, 15: true, '*': false }).otherwise(true), is: true } } },
  nobodies: { 'createContextKey()': { identity: arg(0) } },
  endpoints: ['*.get("x-forwarded-for")', '*.get("x-real-ip")', '*.get("x-client-ip")', '*.get("cf-connecting-ip")'],
  edits: {
    limit: bound(options), plugin: bound(arg(1)), deadline: [{ insert: arg(1), option: 'timeoutMs: 5000', says: 'Give it up after five seconds' }, { append: '{ timeoutMs: 5000 }', at: 1, says: 'Give it up after five seconds' }],
    zero: { replace: arg(1).option('timeoutMs'), with: '5000', says: 'Give it up after five seconds' },
  },
  remedies: {
    deadline: remedies.deadline, unit: remedies.unit, limit: remedies.limit, depth: remedies.depth, plugin: remedies.limit, zero: 'Give `timeoutMs` a number: zero takes the default of the transport away',
    guard: 'Throw a `ConnectError` before `next()` is called', gate: 'Throw a `ConnectError` where the check fails', guards: 'Give it the interceptors of the router as well', forgotten: 'Give these options to the router, or to a router of its own', keep: 'Log it, and throw a `ConnectError` with words of your own',
  },
})

// ── servers ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Its export has two names. */
const fastifyOption = (name: string) => of('fastify').option(name).or(of('default').option(name))
/** Where nothing encrypts in front of them, `createServer()` of `http` and `http2`, and HTTP/2 of Fastify without TLS, serve in clear. */
export const connectListeners = framework({
  module: ['http', 'http2', 'fastify', '@connectrpc/connect-node', '@connectrpc/connect-fastify'], aside: true, tested: '1.7 - 2.2', docs: 'https://connectrpc.com/docs/node/server-plugins',
  things: { Adapter: 'connectNodeAdapter()', Plugin: 'fastifyConnectPlugin', Server: { is: [{ pattern: 'createServer()', if: { ref: last('function'), thing: 'Adapter' } }] }, Fastify: { is: ['fastify()', 'default()'] } },
  listeners: {
    'Server.listen()': listening({ level: always('none'), remedy: { encrypt: 'server' } }),
    'Fastify.listen()': {
      if: [{ ref: anytime('Fastify.register()', arg(0)), thing: 'Plugin' }, { ref: fastifyOption('http2'), is: true }, { ref: fastifyOption('https'), present: false }],
      address: arg(0).option('host').otherwise('localhost'), level: always('none'), remedy: { encrypt: 'fastify' },
    },
  },
  remedies: { server: 'Use `http2.createSecureServer()` or `https.createServer()` with a key and a certificate', fastify: 'Give Fastify `https: { key, cert }` beside `http2: true`' },
})

/** Rules in the schema, which somebody has to ask for, and heed. */
export const protovalidate = framework({
  module: '@bufbuild/protovalidate', tested: '1.3', docs: 'https://github.com/bufbuild/protovalidate-es#readme',
  things: { Validator: { is: ['createValidator()'], type: ['Validator'] } },
  checks: { 'Validator.validate()': { answers: { in: 'kind', good: 'valid', bad: ['invalid', 'error'] } } },
  remedies: { heed: "Throw unless its `kind` is `'valid'`" },
})
