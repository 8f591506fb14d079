import { always, among, arg, args, beside, decorated, framework, of, param, receiver, unlimited, value, type CallRow, type ChannelRow, type EditWords, type Given, type LimitRow, type ListenerRow, type ProcedureRow, type Ref } from './describe.js'
import { served as servedByGrpc, unread } from './grpc-js.js'
import { client as tlsClient, server as tlsServer } from './node-tls.js'

/** Ways to carry calls, in the order of their numbers. */
const transports = ['TCP', 'REDIS', 'NATS', 'MQTT', 'GRPC', 'RMQ', 'KAFKA'] as const
type Transport = typeof transports[number]
/** The transport that options name, by its name or number, on to something else. */
const named = (at: Ref, on: (name: Transport) => string | undefined): Ref => at.option('transport').scale(Object.fromEntries(transports.flatMap((name, number) => on(name) === undefined ? [] : [[name, on(name)!], [number, on(name)!]])))

/** What one transport reads out of its options, and how it is protected; `plain` is the fact that it is not. */
interface Carried { channels: ChannelRow[]; listeners: ListenerRow[]; limits?: LimitRow[] }
const secured = (given: Ref): Ref => given.present().scale({ true: 'privacy', false: 'none' })
const whether = (given: Ref): [present: Given, absent: Given] => [{ ref: given, present: true }, { ref: given, present: false }]
const under = <R extends ChannelRow | ListenerRow>(row: R, ...conditions: Given[]): R => ({ ...row, if: [...conditions, ...[row.if ?? []].flat()] })

const carried: Record<Transport, (options: Ref, plain: Ref) => Carried> = {
  GRPC: (options, plain) => {
    const channel = options.option('channelOptions')
    const end = { address: options.option('url').otherwise('localhost:5000'), credentials: options.option('credentials'), level: plain, ignores: [unread(channel)] }
    const limit = (at: Ref, remedy: string): LimitRow => ({ bounds: 'the size of a message', value: at, removed: [-1, unlimited], above: 2 ** 31 - 2, remedy: { limit: remedy } })
    return {
      channels: [{ ...end, override: channel.option('"grpc.ssl_target_name_override"'), secrets: channel.option('interceptors').each(), timed: channel.option('interceptors').or(channel.option('"grpc.service_config"')), uncalled: options.option('onLoadPackageDefinition'), remedy: { encrypt: 'grpcClient' } }],
      listeners: [{ ...end, guard: channel.option('interceptors'), remedy: { encrypt: 'grpcServer' } }],
      limits: [limit(options.option('maxReceiveMessageLength'), 'message'), limit(channel.option('"grpc.max_receive_message_length"'), 'channel')],
    }
  },
  TCP: (options, plain) => {
    const tls = options.option('tlsOptions'), [given, missing] = whether(tls)
    const end = { address: options.option('host').otherwise('localhost') }
    return {
      channels: [...tlsClient(tls).map(row => under({ ...row, ...end, level: secured(tls) }, given)), { ...end, level: plain, if: missing, remedy: { encrypt: 'tcpClient' } }],
      listeners: [...tlsServer(tls).map(row => under({ ...row, ...end, level: secured(tls) }, given)), { ...end, level: plain, if: missing, remedy: { encrypt: 'tcpServer' } }],
      limits: [{ bounds: 'the size of a message', value: options.option('maxBufferSize'), removed: [unlimited], above: 2 ** 29, remedy: { limit: 'buffer' } }],
    }
  },
  REDIS: (options, plain) => {
    const tls = options.option('tls'), [given, missing] = whether(tls), remedy = { encrypt: 'redis' }
    const end = { address: options.option('url').or(options.option('host').otherwise('localhost')) }
    const byUrl = { ...end, if: { ref: options.option('url'), present: true }, level: options.option('url').scheme({ 'redis:': 'none', 'rediss:': 'privacy' }), remedy: { encrypt: 'redisUrl' } }
    return broker([...tlsClient(tls).map(row => under({ ...row, ...end, level: secured(tls) }, given)), byUrl, { ...end, level: plain, if: missing, remedy }], options)
  },
  // where the program says nothing, the broker decides whether the connection is encrypted
  NATS: options => {
    const tls = options.option('tls')
    return broker(tlsClient(tls).map(row => under({ ...row, address: options.option('servers').otherwise('localhost'), level: secured(tls) }, whether(tls)[0])))
  },
  MQTT: options => {
    const schemes = { 'mqtt:': 'none', 'tcp:': 'none', 'ws:': 'none', 'mqtts:': 'privacy', 'ssl:': 'privacy', 'tls:': 'privacy', 'wss:': 'privacy' }
    const [given, missing] = whether(options.option('protocol'))
    const rows = (level: Ref, asked: Given, remedy: string) => tlsClient(options).map(row => under({ ...row, address: options.option('url').or(options.option('host')).or(options.option('hostname').otherwise('localhost')), level, remedy: { ...row.remedy, encrypt: remedy, verify: 'broker' } }, asked))
    return broker([...rows(options.option('protocol').scale(Object.fromEntries(Object.entries(schemes).map(([scheme, level]) => [scheme.slice(0, -1), level]))), given, 'mqttProtocol'), ...rows(options.option('url').scheme(schemes), missing, 'mqtt')], options)
  },
  RMQ: options => {
    const url = options.option('urls').each(), written = tlsClient(options.option('socketOptions').option('connectionOptions'))
    const parts = { address: url.option('hostname').otherwise('localhost'), level: url.option('protocol').scale({ amqp: 'none', amqps: 'privacy' }).otherwise('none') }
    return broker([
      ...written.map(row => under({ ...row, ...parts, remedy: { ...row.remedy, encrypt: 'rmqProtocol' } }, { ref: url, kind: 'object' }, { ref: url.option('url'), present: false })),
      ...written.map(row => under({ ...row, address: url, level: url.scheme({ 'amqp:': 'none', 'amqps:': 'privacy' }), remedy: { ...row.remedy, encrypt: 'rmq' } })),
    ])
  },
  KAFKA: (options, plain) => {
    const ssl = options.option('client').option('ssl'), [given, missing] = whether(ssl), remedy = { encrypt: 'kafka' }
    const end = { address: options.option('client').option('brokers').each().otherwise('localhost:9092') }
    return broker([...tlsClient(ssl).map(row => under({ ...row, ...end, level: secured(ssl), remedy: { ...row.remedy, ...remedy } }, given)), { ...end, level: plain, if: missing, remedy }], options.option('client').option('sasl'))
  },
}

/** Who is served by way of a broker calls it as its clients do. */
function broker(rows: ChannelRow[], secrets?: Ref): Carried {
  return { channels: secrets ? rows.map(row => ({ ...row, secrets })) : rows, listeners: rows }
}

/** Options that say their transport, wherever a call is given them. */
const options = value.option('options')
const told: Given[] = ['strategy', 'customClass', 'useFactory', 'useClass', 'useExisting'].map(name => ({ ref: value.option(name), present: false }))
const is = (name: Transport): Given => ({ ref: named(value, own => own).otherwise('TCP'), is: name })
/** What belongs into the options stands next to them. */
const outside = { in: value, misplaced: Object.fromEntries(['credentials', 'tlsOptions', 'tls', 'ssl'].map(name => [name, `options: { ${name} }`])) }

function ofAny<K extends keyof Carried>(kind: K, ...places: Ref[]): NonNullable<Carried[K]> {
  return places.flatMap(each => transports.flatMap(name => (carried[name](options, named(value, own => own === name ? 'none' : undefined).otherwise('none'))[kind] ?? []).map(row => ({
    ...row, each, if: [...told, is(name), ...[row.if ?? []].flat()],
    ...(kind !== 'limits' && { ignores: [...('ignores' in row ? row.ignores ?? [] : []), outside] }),
  })))) as unknown as NonNullable<Carried[K]>
}
/** Who serves, and what stands before all that it serves: an application that is connected to has guards of its own. */
const serves = { guards: 'App.useGlobalGuards()', checks: 'App.useGlobalPipes()' }
const alone = (rows: ListenerRow[]): ListenerRow[] => rows.map(row => ({ ...row, serves: arg(0), given: serves }))
const connected = (rows: ListenerRow[]): ListenerRow[] => rows.map(row => ({ ...row, serves: of('create'), given: { ...serves, shared: arg(1).option('inheritAppConfig') } }))

/** Functions that callers invoke, known by the decorators on them. */
const canActivate = args(0).method('canActivate')
const deciding = { pass: { returns: 'truthy' as const }, evidence: [param(0)] }
const served = (row: Partial<ProcedureRow>): ProcedureRow => ({
  handler: decorated, name: arg(0), peer: [param(0)], marks: ['Payload()'], rejection: 'answered',
  guards: [beside('UseGuards()', canActivate, 'applyDecorators()'), beside('UseInterceptors()', args(0).method('intercept'), 'applyDecorators()')], guard: deciding,
  checks: [beside('UsePipes()', args(0), 'applyDecorators()')], ...row,
})
const message = served({ evidence: [param(1)] }), remote = served({ evidence: [param(1), param(2)] })
/** Of a stream no pipe sees what comes. What its handler gets is the call itself, and nobody catches what it throws; or what it subscribes to. */
const called = served({ ...servedByGrpc(decorated), guards: message.guards! })
const subscribed = served({ ...remote, peer: [], listens: { on: param(0), by: ['subscribe'], as: 'next', peer: [param(0)] } })

/** What a call gives: it waits for its peer unless an operator, a timer or whoever takes it does not. */
const operators = ['map', 'tap', 'catchError', 'retry', 'filter', 'finalize', 'switchMap', 'mergeMap', 'concatMap', 'exhaustMap', 'first', 'last', 'single', 'take', 'toArray', 'reduce', 'scan', 'defaultIfEmpty', 'throwIfEmpty', 'pluck', 'mapTo', 'share', 'shareReplay']
const streaming: CallRow = { through: receiver, stream: { awaited: { calls: ['firstValueFrom()', 'lastValueFrom()'], methods: ['toPromise'] }, steps: 'pipe', waits: operators.map(name => `${name}()`), joins: ['forkJoin()', 'zip()', 'combineLatest()'] } }

const clientClasses = { TCP: 'ClientTCP', REDIS: 'ClientRedis', NATS: 'ClientNats', MQTT: 'ClientMqtt', GRPC: 'ClientGrpcProxy', RMQ: 'ClientRMQ', KAFKA: 'ClientKafka' }
/** Options that are given to the class of one transport. */
const direct = <K extends 'channels' | 'listeners'>(kind: K, classes: Record<Transport, string>): Record<string, Carried[K]> => Object.fromEntries(transports.map(name => [`new ${classes[name]}()`, carried[name](arg(0), always('none'))[kind]]))
/** Where options stand that are given as they are, or made by a function that is given. */
const places = (at: Ref): Ref[] => [at, at.option('useFactory').returned()]
const client = places(arg(0)), listed = [arg(0).each(), arg(0).option('clients').each()]
const clients = { channels: listed, async: listed.map(at => at.option('useFactory').returned()) }

const remedies = {
  grpcClient: 'Give its options `credentials: credentials.createSsl()` of @grpc/grpc-js',
  tcpClient: 'Give its options `tlsOptions`, with the CA of the server as `ca`',
  redis: 'Give its options `tls: {}`', redisUrl: 'Use a `rediss:` address', rmq: 'Use an `amqps:` address', rmqProtocol: "Use `protocol: 'amqps'`", mqtt: 'Use an `mqtts:` address', mqttProtocol: "Use `protocol: 'mqtts'`", kafka: 'Give its `client` `ssl: true`',
  verify: 'Leave `rejectUnauthorized` out and give the private CA as `ca`', broker: 'Leave `rejectUnauthorized` out and give the CA of the broker as `ca`',
  names: 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out',
  require: 'Set `rejectUnauthorized: true`', ask: 'Add `requestCert: true`', roots: 'Give the CA of your clients as `ca`',
  floor: "Use `minVersion: 'TLSv1.2'` or later", newest: "Leave `maxVersion` out, and use `minVersion: 'TLSv1.2'` or later",
  renegotiation: 'Leave it out of `secureOptions`', ciphers: 'Leave `ciphers` out: the default list is sound',
  message: 'Leave `maxReceiveMessageLength` out: the default is 4 MiB', channel: 'Leave it out: the default is 4 MiB', buffer: 'Leave `maxBufferSize` out, or say how many characters are meant',
}
/** What only servers are told. */
const serving = {
  grpcServer: 'Give its options `credentials: ServerCredentials.createSsl(roots, keyCertPairs, true)` of @grpc/grpc-js',
  tcpServer: 'Give its options `tlsOptions` with `key`, `cert`, the CA of the clients as `ca`, and `requestCert: true`',
}
const at = (where: Ref) => ['tlsOptions', 'tls', 'client.ssl', 'socketOptions.connectionOptions'].map(name => where.option(name))
const edits: Record<string, EditWords | EditWords[]> = {
  grpcClient: { insert: options, option: 'credentials: credentials.createSsl()', uses: { name: 'credentials', from: '@grpc/grpc-js' }, says: 'Use `credentials.createSsl()`' },
  tcpClient: { insert: options, option: 'tlsOptions: {}', says: 'Use TLS' },
  redis: { insert: options, option: 'tls: {}', says: 'Use TLS' }, kafka: { insert: options.option('client'), option: 'ssl: true', says: 'Use TLS' },
  redisUrl: { begin: options.option('url'), with: { 'redis:': 'rediss:' }, says: 'Use a `rediss:` address' },
  mqtt: { begin: options.option('url'), with: { 'mqtt:': 'mqtts:', 'tcp:': 'ssl:', 'ws:': 'wss:' }, says: 'Use an encrypted address' },
  rmq: { begin: options.option('urls').each(), with: { 'amqp:': 'amqps:' }, says: 'Use an `amqps:` address' },
  rmqProtocol: [{ replace: options.option('urls').each().option('protocol'), with: "'amqps'", says: "Use `protocol: 'amqps'`" }, { insert: options.option('urls').each(), option: "protocol: 'amqps'", says: "Use `protocol: 'amqps'`" }],
  verify: at(options).map(where => ({ remove: where.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' })), broker: { remove: options.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' },
  names: at(options).map(where => ({ remove: where.option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' })),
  require: { replace: options.option('tlsOptions.rejectUnauthorized'), with: 'true', says: 'Use `rejectUnauthorized: true`' },
  ask: { insert: options.option('tlsOptions'), option: 'requestCert: true', says: 'Add `requestCert: true`' },
  message: { remove: options.option('maxReceiveMessageLength'), says: 'Remove it: the default is 4 MiB' },
  channel: { remove: options.option('channelOptions').option('"grpc.max_receive_message_length"'), says: 'Remove it: the default is 4 MiB' },
  buffer: { remove: options.option('maxBufferSize'), says: 'Remove it' },
}

/** Microservices of NestJS: what carries their calls, on both sides. */
export const nestMicroservices = framework({
  module: ['@nestjs/microservices', '@nestjs/core'], family: ['@nestjs/common', '@nestjs/platform-express', '@nestjs/config', '@nestjs/typeorm', '@nestjs/mongoose', '@nestjs/jwt', '@nestjs/terminus', '@nestjs/schedule', '@nestjs/event-emitter', '@nestjs/cqrs', 'rxjs', 'rxjs/operators'], tested: '12.1', docs: 'https://docs.nestjs.com/microservices/basics',
  things: {
    Proxy: { is: ['ClientProxyFactory.create()', ...Object.values(clientClasses).map(name => `new ${name}()`)], type: ['ClientProxy', 'ClientKafkaProxy', ...Object.values(clientClasses)] },
    Grpc: { is: ['ClientProxyFactory.create()', 'new ClientGrpcProxy()'], type: ['ClientGrpc', 'ClientGrpcProxy'] }, Service: 'Grpc.getService()',
    App: { is: ['NestFactory.create()', 'NestFactory.createMicroservice()', 'App.connectMicroservice()'], type: ['INestApplication', 'NestExpressApplication', 'INestMicroservice'] },
    Execution: { is: [], type: ['ExecutionContext', 'ArgumentsHost'] }, Host: { is: ['Execution.switchToRpc()', 'Execution.switchToHttp()', 'Execution.switchToWs()'] }, Reflector: 'new Reflector()',
  },
  shapes: { by: ['ValidationPipe', 'new ValidationPipe()'], told: arg(0).option('expectedType').present() },
  reads: [
    ...['switchToRpc', 'switchToHttp', 'switchToWs', 'getType', 'getClass', 'getHandler', 'getArgs', 'getArgByIndex'].map(name => `Execution.${name}()`),
    ...['getData', 'getContext', 'getRequest', 'getResponse', 'getClient', 'getPattern'].map(name => `Host.${name}()`),
    ...['get', 'getAll', 'getAllAndOverride', 'getAllAndMerge'].map(name => `Reflector.${name}()`),
  ],
  channels: { 'Client()': ofAny('channels', arg(0)), ...direct('channels', clientClasses) },
  calls: { 'Proxy.send()': { ...streaming, deadline: always(unlimited) }, 'Service.*()': { ...streaming, governed: true, deadline: among(1).option('deadline').or(among(1).option('parent').otherwise(unlimited)), unit: 'until' } },
  waited: { CanActivate: 'canActivate' },
  listeners: {
    ...direct('listeners', { TCP: 'ServerTCP', REDIS: 'ServerRedis', NATS: 'ServerNats', MQTT: 'ServerMqtt', GRPC: 'ServerGrpc', RMQ: 'ServerRMQ', KAFKA: 'ServerKafka' }),
    'NestFactory.createMicroservice()': alone(ofAny('listeners', ...places(arg(1)))),
    'App.connectMicroservice()': connected([...ofAny('listeners', ...client), { each: arg(0) }]),
  },
  limits: { 'NestFactory.createMicroservice()': ofAny('limits', ...places(arg(1))), 'App.connectMicroservice()': ofAny('limits', ...client) },
  procedures: {
    ...Object.fromEntries(['MessagePattern', 'EventPattern'].map(name => [`${name}()`, message])),
    'GrpcMethod()': remote, 'GrpcStreamMethod()': subscribed, 'GrpcStreamCall()': called,
  },
  gathers: {
    'Module()': [arg(0).option('imports').each(), arg(0).option('controllers').each()], 'forwardRef()': arg(0).returned(),
  },
  refusers: { 'Module()': arg(0).option('providers').each().option('provide').scale({ APP_GUARD: true, '*': false }) },
  guards: {
    'UseGuards()': { guard: canActivate, ...deciding, meant: true },
    'App.useGlobalGuards()': { guard: canActivate, ...deciding, meant: true },
    'Module()': { each: arg(0).option('providers').each(), if: { ref: value.option('provide').scale({ APP_GUARD: true, '*': false }), is: true }, guard: value.option('useClass').method('canActivate'), ...deciding, meant: true },
  },
  remedies: { ...remedies, ...serving, validate: 'Declare it as a class, imported with its value, whose members bear decorators of class-validator', deadline: 'Pipe it through `timeout(milliseconds)` of rxjs', unit: 'Add it to `Date.now()`: `deadline` is a point in time in milliseconds', share: 'Give `connectMicroservice()` `{ inheritAppConfig: true }`, or what it returns guards and pipes of its own', callers: 'Give `tlsOptions` or `credentials` the CA of your clients, or the application a guard that refuses calls without a token' },
  edits: {
    ...edits,
    share: [
      { insert: arg(1), option: 'inheritAppConfig: true', says: 'Use `inheritAppConfig: true`' }, { replace: arg(1).option('inheritAppConfig'), with: 'true', says: 'Use `inheritAppConfig: true`' },
      { append: '{ inheritAppConfig: true }', at: 1, says: 'Use `inheritAppConfig: true`' },
    ],
  },
})

/** Calls of it that are named as many others are. */
export const nestClients = framework({
  module: '@nestjs/microservices', family: ['@nestjs/common'], aside: true, injected: { by: 'Inject()', name: arg(0), as: value.option('name') }, tested: '12.1', docs: 'https://docs.nestjs.com/microservices/basics',
  channels: {
    'ClientsModule.register()': ofAny('channels', ...clients.channels), 'ClientsModule.registerAsync()': ofAny('channels', ...clients.async),
    'ClientProxyFactory.create()': ofAny('channels', arg(0)),
  },
  limits: { 'ClientsModule.register()': ofAny('limits', ...clients.channels), 'ClientsModule.registerAsync()': ofAny('limits', ...clients.async), 'ClientProxyFactory.create()': ofAny('limits', arg(0)) },
  remedies, edits,
})
