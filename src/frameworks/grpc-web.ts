import { among, always, arg, framework, receiver, unlimited, value, type CallRow, type ChannelRow, type EditWords, type LimitRow, type Ref } from './describe.js'

const schemes = { 'https:': 'privacy', 'http:': 'none' }
const scheme = (at: Ref): EditWords => ({ begin: at, with: { 'http:': 'https:' }, says: 'Use an `https:` address' })
const remedies = { scheme: 'Use an `https:` address' }
const whether = (at: Ref): Ref => at.scale({ 'true': true, '*': false })

// ── grpc-web ───────────────────────────────────────────────────────────────────────────────────────────────────────
/** Of a client: the address, credentials that nobody reads, and options. */
const options = arg(2)
const client: ChannelRow = {
  if: { ref: value, thing: 'Client' }, address: arg(0), level: arg(0).scheme(schemes), cookies: whether(options.option('withCredentials')), inAddress: whether(options.option('suppressCorsPreflight')),
  secrets: ['unaryInterceptors', 'streamInterceptors'].map(name => options.option(name).each().method('intercept')), remedy: { encrypt: 'scheme', header: 'preflight' },
}
const received = (at: Ref): LimitRow => ({ bounds: 'the size of a message', value: at.option('maxReceiveMessageSize'), removed: [0, unlimited], above: 2 ** 31 - 2, remedy: { limit: 'limit' } })
/** The point in time is one of the headers; a signal is told of beside them. */
const called: CallRow = {
  deadline: arg(1).option('deadline').or(arg(2).option('signal').otherwise(unlimited)), secrets: arg(1), forwards: arg(1),
  timed: ['unaryInterceptors', 'streamInterceptors'].map(name => receiver.argument(2).option(name)),
}
/** A point in time that has passed, such as a span is, is left out: the call waits for ever. */
const passed: CallRow = { ...called, if: { ref: arg(1).option('deadline').matches(String.raw`^\d{1,11}$`), is: true }, deadline: always(unlimited), remedy: { deadline: 'point' } }

/** Clients that protoc-gen-grpc-web writes, and what they are made of. */
export const grpcWeb = framework({
  module: 'grpc-web', tested: '2.1', docs: 'https://github.com/grpc/grpc-web#readme',
  things: { Client: { is: [{ generated: { holds: 'GrpcWebClientBase', named: '_grpc_web_pb$|ServiceClientPb$' } }] } },
  channels: { 'new *()': client },
  calls: { 'Client.*()': [passed, called] },
  limits: { 'new *()': { ...received(options), if: { ref: value, thing: 'Client' } }, 'new GrpcWebClientBase()': received(arg(0)) },
  edits: {
    scheme: scheme(arg(0)), preflight: { remove: options.option('suppressCorsPreflight'), says: 'Remove `suppressCorsPreflight`' },
    limit: [options, arg(0)].map(at => ({ remove: at.option('maxReceiveMessageSize'), says: 'Remove it: the default is 4 MiB' })),
    deadline: [{ insert: arg(1), option: 'deadline: String(Date.now() + 5000)', says: 'Give it up after five seconds' }, { append: '{ deadline: String(Date.now() + 5000) }', at: 1, says: 'Give it up after five seconds' }],
    point: { replace: arg(1).option('deadline'), with: 'String(Date.now() + Number($&))', says: 'Add it to `Date.now()`' },
  },
  remedies: {
    ...remedies, preflight: 'Leave `suppressCorsPreflight` out: headers stay headers then', limit: 'Leave `maxReceiveMessageSize` out: the default is 4 MiB',
    deadline: 'Give its metadata a `deadline`, such as `String(Date.now() + 5000)`', point: 'Add it to `Date.now()`: `deadline` is a point in time, and one that has passed counts for nothing',
  },
})

// ── @improbable-eng/grpc-web ───────────────────────────────────────────────────────────────────────────────────────
const props = arg(1), host = props.option('host')
/** Each call goes where its options say. */
const sent: ChannelRow = { address: host, level: host.scheme(schemes), secrets: [props.option('metadata'), props.option('transport')], remedy: { encrypt: 'host' } }
/** One that is made first and started later is told its headers then. */
const started: ChannelRow = { ...sent, secrets: props.option('transport') }
const service: ChannelRow = { if: { ref: value, thing: 'Client' }, address: arg(0), level: arg(0).scheme(schemes), secrets: arg(1).option('transport'), remedy: { encrypt: 'scheme' } }
const forever = { deadline: always(unlimited) }

/** The client before grpc-web was finished: nothing was mended in it since 2021. */
export const improbableGrpcWeb = framework({
  module: ['@improbable-eng/grpc-web', '@improbable-eng/grpc-web-node-http-transport'], transport: 'deprecated', tested: '0.15', docs: 'https://github.com/improbable-eng/grpc-web#readme',
  things: {
    Client: { is: [{ generated: { holds: '@improbable-eng/grpc-web', named: '_pb_service$' } }] }, Started: 'grpc.client()',
    Metadata: { is: ['new grpc.Metadata()'], holds: { entry: ['set', 'append'], out: ['delete'] } },
    Cookies: { is: ['grpc.CrossBrowserHttpTransport()', 'grpc.XhrTransport()'].map(pattern => ({ pattern, if: { ref: arg(0).option('withCredentials'), is: true } })), secret: 'cookie' },
    Sent: { is: [{ pattern: 'grpc.FetchReadableStreamTransport()', if: { ref: arg(0).option('credentials'), is: 'include' } }], secret: 'cookie' },
  },
  channels: { 'grpc.unary()': sent, 'grpc.invoke()': sent, 'grpc.client()': started, 'new *()': service },
  calls: {
    'grpc.unary()': forever, 'grpc.invoke()': forever, 'Started.start()': { secrets: arg(0) },
    // what comes back may be cancelled, where somebody keeps it
    'Client.*()': { ...forever, secrets: among(1), except: ['constructor'] },
  },
  edits: { host: scheme(host), scheme: scheme(arg(0)) },
  remedies: {
    ...remedies, host: remedies.scheme, transport: 'Use `grpc-web`, or Connect with `createGrpcWebTransport()`', deadline: 'Keep what it returns, and close that when it takes too long',
  },
})
