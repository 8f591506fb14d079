import { arg, framework, param, receiver, unlimited, type CallRow, type ChannelRow, type EditWords, type Framework, type Given, type Ref } from './describe.js'
import { grpcJs, receiveLimit, unread } from './grpc-js.js'

const options = arg(0), base = options.option('baseUrl'), client = options.option('clientOptions')
/** What an interceptor puts in goes with every call. */
const added = ['interceptUnary', 'interceptServerStreaming', 'interceptClientStreaming', 'interceptDuplex'].map(name => options.option('interceptors').each().method(name))
const secrets = [options.option('meta'), ...added]

/** Over `fetch()`: only a signal gives a call up. */
const fetching: ChannelRow = {
  address: base, level: base.scheme({ 'https:': 'privacy', 'http:': 'none' }), secrets, cookies: options.option('fetchInit').option('credentials').scale({ 'include': true, '*': false }), remedy: { encrypt: 'scheme' },
}
const grpc: ChannelRow = {
  address: options.option('host'), credentials: options.option('channelCredentials'), override: client.option('"grpc.ssl_target_name_override"'), secrets, ignores: [unread(client)],
}
/** A time to live that the options of the channel's own calls take the place of. */
const beside = { what: options.option('timeout'), name: 'timeout', instead: 'callOptions: { deadline }' }
const timed: Given = { ref: options.option('timeout'), present: true }

// ── calls ──────────────────────────────────────────────────────────────────────────────────────────────────────────
/** A client is made of its transport alone; calls take that one's options, and put theirs over them. */
const transport = receiver.argument(0), made = transport.argument(0)
const is = (thing: string): Given => ({ ref: transport, thing })
const given = (at: Ref): CallRow => ({ through: transport, secrets: at.option('meta'), forwards: at.option('meta'), gives: ['response', 'status', 'headers', 'trailers'] })
/** Interceptors see the options of a call, and may give it up. */
const gaveUp = [made.option('abort'), made.option('interceptors')]
const signal = (at: Ref): Ref => at.option('abort').otherwise(unlimited)
/** Options come first where the request is a stream. */
const calls = (at: Ref, ...when: Given[]): CallRow[] => [
  { ...given(at), if: [is('Grpc'), { ref: at.option('callOptions'), present: true }, ...when], deadline: at.option('callOptions').option('deadline').or(signal(at)), unit: 'until', timed: [...gaveUp, at.option('interceptors')], remedy: { deadline: 'beside', unit: 'point' } },
  { ...given(at), if: [is('Grpc'), { ref: made.option('callOptions'), present: true }, ...when], deadline: signal(at), timed: [made.option('callOptions').option('deadline'), ...gaveUp, at.option('interceptors')], remedy: { deadline: 'beside' } },
  {
    ...given(at), if: [is('Grpc'), ...when], deadline: at.option('timeout').or(signal(at)), unit: 'span',
    timed: [made.option('timeout'), ...gaveUp, made.option('clientOptions').option('interceptors'), made.option('clientOptions').option('"grpc.service_config"'), at.option('interceptors')],
  },
  { ...given(at), if: [is('Web'), ...when], deadline: signal(at), timed: [...gaveUp, made.option('fetch'), at.option('interceptors')], remedy: { deadline: 'abort' } },
  { ...given(at), if: [is('Twirp'), ...when], deadline: signal(at), timed: [...gaveUp, at.option('interceptors')], remedy: { deadline: 'abort' } },
]
const transports = { Grpc: 'GrpcTransport', Web: 'GrpcWebFetchTransport', Twirp: 'TwirpFetchTransport' }
const giveUp = (option: string): EditWords[] => [{ insert: arg(1), option, says: 'Give it up after five seconds' }, { append: `{ ${option} }`, at: 1, says: 'Give it up after five seconds' }]
const { remedies } = grpcJs as Required<Framework>
const aside = 'Give it `abort: AbortSignal.timeout(milliseconds)`: nothing here gives a call up after its `timeout`'

/** Clients of @protobuf-ts, whatever carries their calls. */
export const protobufTs = framework({
  module: ['@protobuf-ts/grpc-transport', '@protobuf-ts/grpcweb-transport', '@protobuf-ts/twirp-transport'], family: ['@protobuf-ts/runtime-rpc'], tested: '2.11', docs: 'https://github.com/timostamm/protobuf-ts/blob/main/MANUAL.md#rpc-support',
  things: {
    ...Object.fromEntries(Object.entries(transports).map(([thing, name]) => [thing, { is: [`new ${name}()`], type: [name] }])),
    Client: { is: [{ generated: { holds: 'stackIntercept' } }, ...Object.keys(transports).map(thing => ({ pattern: 'new *()', if: { ref: arg(0), thing } }))] },
  },
  channels: {
    'new GrpcTransport()': [{ ...grpc, if: [timed, { ref: options.option('callOptions'), present: true }], ignores: [unread(client), beside] }, grpc],
    'new GrpcWebFetchTransport()': fetching,
    'new TwirpFetchTransport()': [{ ...fetching, if: timed, ignores: [{ what: options.option('timeout'), name: 'timeout', instead: 'client.method(input, { abort: AbortSignal.timeout(5000) })' }] }, fetching],
  },
  calls: { 'Client.*()': [...['abort', 'timeout'].flatMap(name => calls(arg(0), { ref: arg(0), kind: 'object' }, { ref: arg(1), present: false }, { ref: arg(0).option(name), present: true })), ...calls(arg(1))] },
  limits: { 'new GrpcTransport()': receiveLimit(client) },
  edits: {
    scheme: { begin: base, with: { 'http:': 'https:' }, says: 'Use an `https:` address' }, deadline: giveUp('timeout: 5000'), abort: giveUp('abort: AbortSignal.timeout(5000)'),
    beside: { insert: arg(1).option('callOptions'), option: 'deadline: Date.now() + 5000', says: 'Give it up after five seconds' },
    point: { replace: arg(1).option('callOptions').option('deadline'), with: 'Date.now() + $&', says: 'Add it to `Date.now()`' },
    limit: { remove: client.option('"grpc.max_receive_message_length"'), says: 'Remove it: the default is 4 MiB' },
  },
  remedies: {
    scheme: 'Use an `https:` address', deadline: 'Give it `timeout`, or the transport', unit: 'Give `timeout` the milliseconds that the call may take, or a `Date`', abort: aside,
    beside: 'Give `callOptions` a `deadline`, or the call an `abort`: beside `callOptions`, nothing reads `timeout`', point: remedies.unit!, limit: remedies.limit!,
  },
})

/** Handlers that are given to a server of @grpc/grpc-js. */
export const protobufTsBackend = framework({
  module: ['@protobuf-ts/grpc-backend', '@protobuf-ts/runtime-rpc'], tested: '2.11', docs: 'https://github.com/timostamm/protobuf-ts/blob/main/MANUAL.md#grpc-server',
  procedures: {
    'adaptService()': {
      handler: arg(1).each(), peer: [param(0), param(1).option('headers'), param(2).option('headers')], claims: [param(1).option('headers'), param(2).option('headers')], evidence: [param(1), param(2)], rejection: 'answered',
      types: { context: { names: ['ServerCallContext'], at: 1 } },
    },
  },
  replies: { 'new RpcError()': { tells: arg(0), internal: { ref: arg(1).scale({ 'INTERNAL': true, 'UNKNOWN': true, 'DATA_LOSS': true, '*': false }).otherwise(true), is: true } } },
  remedies: { keep: 'Log it, and throw an `RpcError` with words of your own' },
})
