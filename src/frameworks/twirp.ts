import { always, anytime, arg, args, assigned, framework, last, listening, of, param, receiver, unlimited, value, type ChannelRow, type EditWords, type GuardRow, type LimitRow, type ListenerRow, type ProcedureRow, type Ref, type Thing } from './describe.js'
import { client as tlsClient } from './node-tls.js'

const options = arg(0), base = options.option('baseUrl')
const schemes = { 'https:': 'privacy', 'http:': 'none' }
const scheme = (at: Ref): EditWords => ({ begin: at, with: { 'http:': 'https:' }, says: 'Use an `https:` address' })

// ── servers of twirp-ts ────────────────────────────────────────────────────────────────────────────────────────────
const headers = param(0).option('req').option('headers')
/** A hook refuses by a throw, before anything is served; an interceptor by not going on. What `use()` is given is asked anew for every call. */
const hooked = ['requestReceived', 'requestRouted'].map((name): GuardRow => ({ guard: args(0).option(name), evidence: [param(0)], pass: 'completes', remedy: { guard: 'hook' } }))
const intercepting: GuardRow = { guard: args(0), evidence: [param(0)], pass: { calls: param(2) } }
const used = [intercepting, ...hooked].map(({ guard }) => anytime('Server.use()', guard))
/** Whatever an internal error holds goes to the caller as it is. */
const inside = { ref: always(true), is: true }
const failed = (code: Ref) => ({ ref: code.scale({ 'Internal': true, 'internal': true, 'Unknown': true, 'unknown': true, 'DataLoss': true, 'data_loss': true, '*': false }), is: true })

/** Servers, clients and errors of twirp-ts. */
export const twirpTs = framework({
  module: 'twirp-ts', tested: '2.5', docs: 'https://github.com/hopin-team/twirp-ts#readme',
  things: {
    Server: { is: ['new TwirpServer()'], self: ['use', 'withPrefix'], type: ['TwirpServer'] },
    Failure: { is: ['new TwirpError()'] }, Broken: { is: ['new InternalServerError()'], self: ['withMeta', 'withCause'] },
    Node: 'NodeHttpRPC()', Fetch: 'FetchRPC()', Gateway: { is: ['new Gateway()'], type: ['Gateway'] },
    Client: { is: [{ generated: { holds: 'twirp-ts', named: String.raw`\.twirp$` } }, ...['Node', 'Fetch'].map(thing => ({ pattern: 'new *()', if: { ref: arg(0), thing } }))] },
  },
  guards: { 'Server.use()': [intercepting, ...hooked] },
  procedures: {
    'Server.httpHandler()': {
      handler: receiver.argument(0).option('service').each(), guards: used, peer: [param(1), headers, param(0).option('req').option('url')], claims: [headers], evidence: [param(0)], rejection: 'answered',
      types: { context: { names: ['TwirpContext'], at: 0 } },
    },
  },
  replies: {
    // what is no error of Twirp's own is made one, with the same message
    'Server.httpHandler()': { if: { ref: anytime('Server.use()', args(0)), present: false }, says: always(true), remedy: { keep: 'errors' } },
    'new TwirpError()': { tells: arg(1), internal: failed(arg(0)) },
    'new InternalServerError()': { tells: arg(0), internal: inside }, 'new InternalServerErrorWith()': { tells: arg(0).option('message'), internal: inside },
    ...Object.fromEntries((['Broken', 'Failure'] as const).flatMap(thing => { const internal = thing === 'Broken' ? inside : failed(receiver.argument(0)); return [[`${thing}.withMeta()`, { tells: arg(1), internal }], [`${thing}.withCause()`, { if: { ref: arg(1), is: true }, tells: arg(0).option('message'), internal }]] })),
  },
  endpoints: ['*.get("x-forwarded-for")', ...['req.socket.remoteAddress', 'req.connection.remoteAddress', 'req.headers.x-forwarded-for', 'req.headers.x-real-ip'].map(path => `*.${path}`)],
  channels: {
    'NodeHttpRPC()': tlsClient(options).map((row): ChannelRow => ({ ...row, address: base, level: base.scheme(schemes), secrets: [options, options.option('headers')], remedy: { ...row.remedy, encrypt: 'scheme' } })),
    'FetchRPC()': { address: base, level: base.scheme(schemes), secrets: options.option('headers'), cookies: options.option('credentials').scale({ 'include': true, '*': false }), remedy: { encrypt: 'scheme' } },
    'Gateway.reverseProxy()': { address: base, level: base.scheme(schemes), remedy: { encrypt: 'scheme' } },
  },
  // a `timeout` of a request only says that it is late: nobody listens, and the call goes on
  calls: { 'Client.*()': ['Node', 'Fetch'].map(thing => ({ if: { ref: receiver.argument(0), thing }, through: receiver.argument(0), deadline: always(unlimited), timed: [receiver.argument(0).argument(0).option('signal'), receiver.argument(0).argument(0).option('agent')] })) },
  edits: {
    scheme: scheme(base), verify: { remove: options.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' }, names: { remove: options.option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' },
  },
  remedies: {
    scheme: 'Use an `https:` address', verify: 'Leave `rejectUnauthorized` out and give the private CA as `ca`', names: 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out',
    floor: "Use `minVersion: 'TLSv1.2'` or later", newest: "Leave `maxVersion` out, and use `minVersion: 'TLSv1.2'` or later", ciphers: 'Leave `ciphers` out: the default list is sound', renegotiation: 'Leave it out of `secureOptions`',
    guard: 'Throw a `TwirpError` before `next()` is called', hook: 'Throw a `TwirpError` where the check fails', keep: 'Log it, and throw a `TwirpError` with words of your own',
    errors: 'Give the server an interceptor that catches what is no `TwirpError`, logs it, and throws one with words of your own',
    deadline: 'Race it against a timer, or give the client an `Rpc` of your own that gives up: `timeout` of `NodeHttpRPC()` does not',
  },
})

// ── twirpscript ────────────────────────────────────────────────────────────────────────────────────────────────────
const configured = arg(2).option('baseURL')
const served: ProcedureRow = {
  handler: arg(0).each().option('methods').each().option('handler'), guards: [anytime('App.use()', arg(0)), anytime('App.on("requestRouted")', arg(1))], peer: [param(0)], evidence: [param(1)], rejection: 'answered',
}
/** Servers and clients of TwirpScript. */
export const twirpScript = framework({
  module: 'twirpscript', tested: '0.0.72', docs: 'https://github.com/tatethurston/TwirpScript#readme',
  things: { App: { is: ['createTwirpServer()', 'createTwirpServerless()'], self: ['use', 'on', 'off'] }, Listening: { is: ['createTwirpServer()'], self: ['use', 'on', 'off'] } },
  guards: {
    'App.use()': { guard: arg(0), evidence: [param(0), param(1)], pass: { calls: param(2) } },
    'App.on("requestRouted")': { guard: arg(1), evidence: [param(0), param(1)], pass: 'completes', remedy: { guard: 'routed' } },
    // it is told before anybody is ready to catch what it throws
    'Listening.on("requestReceived")': { guard: arg(1), evidence: [param(0), param(1)], pass: 'completes', thrown: 'crashes', remedy: { guard: 'routed', caught: 'received' } },
  },
  procedures: { 'createTwirpServer()': served, 'createTwirpServerless()': served },
  channels: {
    'client.baseURL =': { address: value, level: value.scheme(schemes), secrets: assigned('client.headers ='), remedy: { encrypt: 'base' } },
    ...Object.fromEntries(['PBrequest()', 'JSONrequest()'].map(name => [name, { if: { ref: configured, present: true }, address: configured, level: configured.scheme(schemes), secrets: arg(2).option('headers'), remedy: { encrypt: 'scheme' } }])),
  },
  replies: { 'new TwirpError()': { tells: arg(0).option('msg'), internal: { ref: arg(0).option('code').scale({ 'internal': true, 'unknown': true, 'data_loss': true, '*': false }), is: true } } },
  endpoints: ['*.headers.x-forwarded-for', '*.headers.x-real-ip', '*.socket.remoteAddress'],
  edits: { scheme: scheme(configured), base: scheme(value) },
  remedies: {
    scheme: 'Use an `https:` address', base: 'Use an `https:` address', guard: 'Throw a `TwirpError` before `next()` is called', routed: 'Throw a `TwirpError` where the check fails', received: 'Refuse in what `use()` is given',
    keep: 'Log it, and throw a `TwirpError` with words of your own',
  },
})

// ── what serves them ───────────────────────────────────────────────────────────────────────────────────────────────
/** A request is read to its end, however long it is. */
const unbounded = (thing: string): LimitRow => ({ if: { ref: last('function'), thing }, bounds: 'the size of a request', value: always(unlimited), removed: [unlimited], remedy: { limit: 'body' } })
const limits = { 'createServer()': [unbounded('Handler'), unbounded('App')] }
const handler = of('createServer', 1).or(of('createServer', 0)), owner = of('createServer', 1).on().or(of('createServer', 0).on())
const things: Record<string, Thing> = {
  TwirpServer: { is: ['new TwirpServer()'], self: ['use', 'withPrefix'], type: ['TwirpServer'] }, Handler: 'TwirpServer.httpHandler()', App: { is: ['createTwirpServer()'], self: ['use', 'on', 'off'] },
  Handling: { is: [{ pattern: 'createServer()', if: { ref: last('function'), thing: 'Handler' } }] }, Serving: { is: [{ pattern: 'createServer()', if: { ref: last('function'), thing: 'App' } }] },
}
const listeners = (row: ListenerRow): Record<string, ListenerRow | ListenerRow[]> => ({
  'Handling.listen()': listening({ ...row, serves: owner }),
  // reading a request that breaks off fails, and nobody catches that
  'Serving.listen()': listening({ ...row, serves: handler, breaks: handler, remedy: { ...row.remedy, broken: 'broken' } }),
})
const about = {
  body: 'Hand it on only after you have refused a `content-length` that is too large, or is not there', broken: 'Use `createServer((request, response) => void Promise.resolve(app(request, response)).catch(() => response.destroy()))`',
}

/** In clear: `createServer()` of `http`. */
export const twirpListeners = framework({
  module: ['http', 'http2', 'twirp-ts', 'twirpscript'], aside: true, tested: '2.5, 0.0.72', docs: 'https://github.com/hopin-team/twirp-ts#readme',
  things, limits, listeners: listeners({ level: always('none'), remedy: { encrypt: 'server' } }),
  remedies: { ...about, server: 'Use `https.createServer()` with a key and a certificate' },
})

/** Over TLS, which may ask callers for certificates. */
export const twirpSecureListeners = framework({
  module: ['https', 'twirp-ts', 'twirpscript'], aside: true, tested: '2.5, 0.0.72', docs: 'https://github.com/hopin-team/twirp-ts#readme',
  things, limits, listeners: listeners({ level: always('privacy'), asks: of('createServer', 0).option('requestCert').otherwise(false), requires: of('createServer', 0).option('rejectUnauthorized').otherwise(true), remedy: { callers: 'callers' } }),
  remedies: { ...about, callers: 'Give the server a hook, or what `use()` takes, that refuses calls without a token' },
})
