import { always, among, arg, args, framework, of, param, receiver, unlimited, value, type CallRow, type ChannelRow, type EditWords, type ProcedureRow, type Ref } from './describe.js'

/** Options under the prefix that the library reads (its channel-options.d.ts, 1.14.7); every other one is ignored without a word. */
const channelOptions = [
  'grpc.ssl_target_name_override', 'grpc.primary_user_agent', 'grpc.secondary_user_agent', 'grpc.default_authority', 'grpc.keepalive_time_ms', 'grpc.keepalive_timeout_ms',
  'grpc.keepalive_permit_without_calls', 'grpc.service_config', 'grpc.max_concurrent_streams', 'grpc.initial_reconnect_backoff_ms', 'grpc.max_reconnect_backoff_ms',
  'grpc.use_local_subchannel_pool', 'grpc.max_send_message_length', 'grpc.max_receive_message_length', 'grpc.enable_http_proxy', 'grpc.http_connect_target', 'grpc.http_connect_creds',
  'grpc.default_compression_algorithm', 'grpc.enable_channelz', 'grpc.dns_min_time_between_resolutions_ms', 'grpc.enable_retries', 'grpc.per_rpc_retry_buffer_size', 'grpc.retry_buffer_size',
  'grpc.max_connection_age_ms', 'grpc.max_connection_age_grace_ms', 'grpc.max_connection_idle_ms', 'grpc-node.max_session_memory', 'grpc.service_config_disable_resolution',
  'grpc.client_idle_timeout_ms', 'grpc-node.tls_enable_trace', 'grpc.lb.ring_hash.ring_size_cap', 'grpc-node.retry_max_attempts_limit', 'grpc-node.flow_control_window', 'grpc.server_call_metric_recording',
]
/** Names that look like a limit and are none. */
const bait = {
  'max_receive_message_length': 'grpc.max_receive_message_length', 'grpc.max_message_length': 'grpc.max_receive_message_length',
  'grpc.max_recv_message_length': 'grpc.max_receive_message_length', 'grpc.max_message_size': 'grpc.max_receive_message_length',
  'grpc.max_receive_message_size': 'grpc.max_receive_message_length',
}

/** TLS options that look as if they belonged to the channel. */
const misplaced = Object.fromEntries(['checkServerIdentity', 'rejectUnauthorized'].map(name => [name, `createSsl(roots, key, chain, { ${name} })`]))

/** Options of a channel or server that are read under no such name, or not there. */
export const unread = (options: Ref): NonNullable<ChannelRow['ignores']>[number] => ({ in: options, prefix: 'grpc.', known: channelOptions, protects: 'max_(?!reconnect_backoff)|keepalive|ssl_|tls|session_memory', bait, misplaced })
export const ignores: ChannelRow['ignores'] = [unread(arg(2))]

const unbounded = '"grpc.max_receive_message_length"'
export const receiveLimit = (options: ReturnType<typeof arg>) => ({ bounds: 'the size of a message', value: options.option(unbounded), removed: [-1, unlimited], above: 2 ** 31 - 2 })
const tls = { level: always('privacy'), provider: always('tls') }
const plain = { level: always('none') }
const verified = { chain: arg(3).option('rejectUnauthorized').unless(false), names: arg(3).option('checkServerIdentity'), key: arg(1).fileRead(), certificate: arg(2).fileRead() }
const required = { asks: arg(0).present(), roots: arg(0).present(), requires: arg(2).otherwise(false), key: arg(1).each().option('private_key').fileRead(), certificate: arg(1).each().option('cert_chain').fileRead() }

const remedies = {
  channel: 'Use `credentials.createSsl()`',
  listener: 'Use `ServerCredentials.createSsl(roots, keyCertPairs, true)`',
  verify: 'Leave `rejectUnauthorized` out and give the private CA to `createSsl()` as its first argument',
  names: 'Return `tls.checkServerIdentity(host, cert)` from it, or leave it out',
  require: 'Pass `true` as the third argument, so that clients without a certificate of that CA are refused',
  callers: 'Give `createSsl()` the CA of your clients and `true`, or the server an interceptor that refuses calls without a token',
  roots: 'Give `createSsl()` the CA of your clients as its first argument',
  authority: 'Give the provider of your clients’ CA as the second argument, which is the one that is read',
  floor: "Use `minVersion: 'TLSv1.2'` or later",
  ciphers: 'Leave `ciphers` out: the default list is sound',
  swap: 'Pass the private key second and the certificate chain third',
  pair: 'Give the private key as `private_key` and the certificate chain as `cert_chain`',
  streams: 'Give `grpc.max_concurrent_streams` a number, such as 100',
  limit: 'Give `grpc.max_receive_message_length` a number of bytes; the default is 4 MiB',
  admin: 'Add it only to a server bound to this machine, or outside production',
  deadline: 'Pass `{ deadline: Date.now() + 5000 }` after the metadata',
  unit: 'Add it to `Date.now()`: `deadline` is a point in time in milliseconds',
}
const requiring: EditWords[] = [{ replace: arg(2), with: 'true', says: 'Require client certificates' }, { append: 'true', at: 2, says: 'Require client certificates' }]

export const leftOut: EditWords[] = [arg(0), arg(2)].map(at => ({ remove: at.option(unbounded), says: 'Remove it: the default is 4 MiB' }))
/** Options come after what is sent and after metadata, and before a callback. */
const until = 'deadline: Date.now() + 5000'
const giveUp = (from: number, after?: string): EditWords[] => {
  const says = 'Give it up after five seconds'
  return [{ replace: among(from).option('deadline'), with: 'Date.now() + 5000', says }, { insert: among(from), option: until, says }, { options: `{ ${until} }`, from, ...(after && { after }), says }]
}
/** Methods that are generated declare options after metadata only; those of the client itself may go without. */
const givingUp = { deadline: giveUp(1, 'Metadata'), deadline3: giveUp(3), deadline4: giveUp(4) }
const later: EditWords[] = [among(1), among(0)].map(at => ({ replace: at.option('deadline'), with: 'Date.now() + $&', says: 'Add it to `Date.now()`' }))
const swapped: EditWords = { swap: [arg(1), arg(2)], says: 'Swap them' }
const paired: EditWords = { swap: [arg(1).each().option('private_key'), arg(1).each().option('cert_chain')], says: 'Swap them' }

/** A call whose metadata and options stand among the arguments from an index on. */
const called = (from: number): CallRow => ({
  deadline: among(from).option('deadline').or(among(from).option('parent').otherwise(unlimited)), unit: 'until',
  forwards: args(0), secrets: [args(from), among(from).option('credentials')],
})
/** Metadata and options come first where the request is a stream. */
const remote = (...except: string[]): CallRow[] => [
  { ...called(0), if: [{ ref: arg(0), kind: 'object' }, { ref: arg(0).option('deadline'), present: true }], except }, { ...called(1), except },
]

/** A call's own interceptors run in place of those of its client. */
const intercepted = (row: CallRow, from: number): CallRow => ({ ...row, replaces: among(from).option('interceptors') })

/** The caller of a unary call is told by a callback, that of a stream by an event. */
const answer = (by: Ref, error: Ref) => ({ by, tells: [error.option('message'), error.option('details')], internal: { ref: error.option('code').scale({ INTERNAL: true, UNKNOWN: true, DATA_LOSS: true, 2: true, 13: true, 15: true }).otherwise(true), is: true } })
/** Functions that callers invoke. */
export const served = (handler: Ref): ProcedureRow => ({
  handler, guards: of('Server').option('interceptors').each(),
  peer: [param(0).option('request'), param(0).option('metadata'), param(0).each()], claims: [param(0).option('metadata')],
  evidence: ['metadata', 'getAuthContext', 'getPeer', 'getConnectionInfo'].map(member => param(0).option(member)), refusal: param(1), rejection: 'crashes',
  replies: [answer(param(1), arg(0)), answer(param(0).option('emit'), arg(1))],
  listens: { on: param(0), by: ['on', 'once', 'addListener', 'prependListener', 'prependOnceListener'], events: ['data'], peer: [param(0)] },
})
const types: ProcedureRow['types'] = {
  handler: ['handleUnaryCall', 'handleClientStreamingCall', 'handleServerStreamingCall', 'handleBidiStreamingCall', 'handleCall', 'UntypedHandleCall'],
  given: { ServerUnaryCall: 2, ServerReadableStream: 2, ServerWritableStream: 1, ServerDuplexStream: 1 }, service: ['UntypedServiceImplementation'],
}

/** gRPC for Node: channels, servers, interceptors and calls. */
export const grpcJs = framework({
  module: '@grpc/grpc-js', tested: '1.14', docs: 'https://grpc.io/docs/languages/node/',
  things: {
    Server: { is: ['new Server()'], type: ['Server'] },
    Client: { is: ['new Client()', { pattern: 'new *()', if: { ref: arg(1), credential: true } }] },
    Channelz: 'getChannelzServiceDefinition()',
    Callback: { is: [], type: ['requestCallback', 'sendUnaryData'] },
    Metadata: { is: ['new Metadata()', 'Metadata.clone()'], type: ['Metadata'], holds: { entry: ['set', 'add'], all: ['merge'], out: ['remove'], copy: 'clone' } },
    CallCredentials: { is: ['credentials.createFromMetadataGenerator()', 'credentials.createFromGoogleCredential()', 'CallCredentials.createFromMetadataGenerator()', 'CallCredentials.createFromGoogleCredential()'], type: ['CallCredentials'], secret: 'credentials' },
  },
  credentials: {
    'credentials.createInsecure()': { ...plain, remedy: { encrypt: 'channel' } },
    'ChannelCredentials.createInsecure()': { ...plain, remedy: { encrypt: 'channel' } },
    'credentials.createSsl()': { ...tls, ...verified },
    'ChannelCredentials.createSsl()': { ...tls, ...verified },
    'credentials.createFromSecureContext()': { ...tls, within: arg(0), chain: arg(1).option('rejectUnauthorized').unless(false), names: arg(1).option('checkServerIdentity') },
    'ChannelCredentials.createFromSecureContext()': { ...tls, within: arg(0), chain: arg(1).option('rejectUnauthorized').unless(false), names: arg(1).option('checkServerIdentity') },
    'credentials.combineChannelCredentials()': { ...tls, within: arg(0) },
    ...Object.fromEntries(['credentials.createSsl', 'ChannelCredentials.createSsl', 'credentials.createFromSecureContext', 'ChannelCredentials.createFromSecureContext'].map(name => [`${name}().compose()`, { ...tls, within: receiver }])),
    'ServerCredentials.createInsecure()': { ...plain, remedy: { encrypt: 'listener' } },
    'ServerCredentials.createSsl()': { ...tls, ...required, remedy: { require: 'require', swap: 'pair' } },
    // the declarations name the first two arguments the other way round than the code reads them
    'experimental.createCertificateProviderServerCredentials()': { ...tls, asks: arg(1).present(), requires: arg(2), remedy: { ask: 'authority' } },
    'experimental.createServerCredentialsWithInterceptors()': { within: arg(0), guards: arg(1) },
  },
  channels: {
    'new *()': {
      if: { ref: arg(1), credential: true }, address: arg(0), credentials: arg(1), override: arg(2).option('"grpc.ssl_target_name_override"'),
      timed: arg(2).option('interceptors').or(arg(2).option('interceptor_providers')).or(arg(2).option('"grpc.service_config"')),
      replaced: arg(2).option('interceptors'), secrets: arg(2).option('interceptors').each(), ignores,
    },
  },
  listeners: {
    'Server.bindAsync()': { address: arg(0), credentials: arg(1), guard: of('Server').option('interceptors') },
    'Server.createConnectionInjector()': { address: always('unix:injected'), credentials: arg(0) },
  },
  procedures: {
    'Server.addService()': { ...served(arg(1).each()), types }, 'Server.register()': { ...served(arg(1)), name: arg(0) },
  },
  guards: {
    'new Server()': {
      guard: arg(0).option('interceptors').each(), pass: 'work', evidence: [param(1).option('getAuthContext')], refusal: param(1).option('sendStatus'),
      watches: { on: param(1), by: 'new ServerInterceptingCall()', hooks: ['sendMetadata', 'sendMessage', 'sendStatus'] },
      stages: {
        onReceiveMetadata: { pass: { calls: param(1) }, evidence: [param(0)] }, withOnReceiveMetadata: { pass: { calls: param(1) }, evidence: [param(0)] },
      },
    },
  },
  admins: {
    'addAdminServicesToServer()': { service: 'The administration of this server', on: arg(0) },
    'Server.addService()': { if: { ref: arg(0), thing: 'Channelz' }, service: 'Channelz', on: receiver },
  },
  calls: {
    ...Object.fromEntries([['makeUnaryRequest', 4], ['makeServerStreamRequest', 4], ['makeClientStreamRequest', 3], ['makeBidiStreamRequest', 3]].map(([name, from]) => [`Client.${name}()`, intercepted({ ...called(Number(from)), remedy: { deadline: `deadline${from}` } }, Number(from))])),
    'Client.*()': remote('close', 'getChannel', 'waitForReady', 'on', 'once', 'makeUnaryRequest', 'makeClientStreamRequest', 'makeServerStreamRequest', 'makeBidiStreamRequest', 'constructor', 'checkOptionalUnaryResponseArguments').map((row, from) => intercepted(row, from)),
  },
  limits: {
    'new *()': { if: { ref: arg(1), credential: true }, ...receiveLimit(arg(2)) },
    'new Server()': [receiveLimit(arg(0)), { bounds: 'the number of calls at a time on a connection', of: 'state', value: arg(0).option('"grpc.max_concurrent_streams"'), removed: [unlimited, 0xffffffff], remedy: { limit: 'streams' } }],
  },
  options: { 'grpc.max_receive_message_length': { ...receiveLimit(value), remedy: { limit: 'option' } } },
  asksPeer: { 'Client.*()': { callback: 1 } },
  endpoints: ['*.getPeer()', '*.getConnectionInfo()', '*.get("x-forwarded-for")', '*.get("x-real-ip")'],
  edits: {
    channel: { call: 'createSsl', says: 'Use `createSsl()`' },
    verify: { remove: arg(3).option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' },
    names: { remove: arg(3).option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' },
    require: requiring,
    swap: swapped, pair: paired,
    limit: leftOut, option: { remove: value, says: 'Remove it: the default is 4 MiB' },
    ...givingUp, unit: later,
    floor: { replace: arg(0).argument(0).option('minVersion'), with: "'TLSv1.2'", says: "Use `minVersion: 'TLSv1.2'`" },
    ciphers: { remove: arg(0).argument(0).option('ciphers'), says: 'Remove `ciphers`' },
  },
  remedies: { ...remedies, option: remedies.limit, deadline3: remedies.deadline, deadline4: remedies.deadline },
})

/** What the library reads once, when it is loaded. */
export const grpcProcess = framework({
  module: 'globals', tested: '1.14', docs: 'https://grpc.io/docs/languages/node/',
  credentials: { 'process.env.GRPC_SSL_CIPHER_SUITES =': { ciphers: value } },
  replies: { 'process.env.GRPC_NODE_DEBUG_SEND_ERROR_DETAILS =': { says: value.matches('^true$'), remedy: { keep: 'debugging' } } },
  remedies: { ciphers: 'Remove it: the default list is sound', debugging: 'Remove it: it is meant for debugging' },
})

/** The native package of before, of the same names: nothing was mended in it since April 2021. */
export const grpcNative = framework({
  module: 'grpc', transport: 'deprecated', tested: '1.24', docs: 'https://www.npmjs.com/package/grpc',
  things: {
    Server: { is: ['new Server()'], type: ['Server'] },
    Client: { is: ['new Client()', { pattern: 'new *()', if: { ref: arg(1), credential: true } }], type: ['Client'] },
    Metadata: { is: ['new Metadata()', 'Metadata.clone()'], type: ['Metadata'], holds: { entry: ['set', 'add'], out: ['remove'], copy: 'clone' } },
    CallCredentials: { is: ['credentials.createFromMetadataGenerator()', 'credentials.createFromGoogleCredential()'], type: ['CallCredentials'], secret: 'credentials' },
  },
  credentials: {
    'credentials.createInsecure()': { ...plain, remedy: { encrypt: 'channel' } },
    'credentials.createSsl()': { ...tls, key: arg(1).fileRead(), certificate: arg(2).fileRead() },
    'ServerCredentials.createInsecure()': { ...plain, remedy: { encrypt: 'listener' } },
    'ServerCredentials.createSsl()': { ...tls, ...required, remedy: { require: 'require', swap: 'pair' } },
  },
  channels: { 'new *()': { if: { ref: arg(1), credential: true }, address: arg(0), credentials: arg(1) } },
  listeners: { 'Server.bind()': { address: arg(0), credentials: arg(1) }, 'Server.bindAsync()': { address: arg(0), credentials: arg(1) } },
  calls: { 'Client.*()': remote('close', 'getChannel', 'waitForReady') },
  edits: { channel: { call: 'createSsl', says: 'Use `createSsl()`' }, require: requiring, swap: swapped, pair: paired, deadline: givingUp.deadline, unit: later },
  remedies: {
    transport: 'Use `@grpc/grpc-js`, which makes the same calls',
    ...Object.fromEntries((['channel', 'listener', 'require', 'swap', 'pair', 'deadline', 'unit', 'callers', 'roots'] as const).map(key => [key, remedies[key]])),
  },
})

/** The server's own description, served to whoever asks. */
export const grpcReflection = framework({
  module: '@grpc/reflection', tested: '1.0', docs: 'https://www.npmjs.com/package/@grpc/reflection',
  things: { Reflection: 'new ReflectionService()' },
  admins: { 'Reflection.addToServer()': { service: 'Reflection', on: arg(0) } },
  remedies: { admin: 'Add it only to a server bound to this machine, or outside production' },
})

/** A file of which a caller says the name is read, and what it says there is served. */
export const protoLoader = framework({
  module: '@grpc/proto-loader', tested: '0.8', docs: 'https://www.npmjs.com/package/@grpc/proto-loader',
  sinks: { 'load()': { data: arg(0), kind: 'path' }, 'loadSync()': { data: arg(0), kind: 'path' } },
})
