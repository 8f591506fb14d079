import { always, arg, framework, listening, of, param, unlimited, value, where, type AdminRow, type CallRow, type ChannelRow, type EditWords, type Given, type LimitRow, type ListenerRow, type OriginRow, type ProcedureRow, type Ref } from './describe.js'
import { client as tlsClient, edits as tlsEdits, home, remedies as tlsRemedies, server as tlsServer } from './node-tls.js'

/** Both together are refused by Node: the library gives a protocol where it is given neither this nor bits of its own. */
const clashing = (at: Ref): ChannelRow['ignores'] => ['minVersion', 'maxVersion'].map(name => ({ what: at.option(name), name, against: 'secureProtocol', unless: at.option('secureOptions') }))
/** No client has a limit. */
const limitless = (at: Ref): NonNullable<ChannelRow['ignores']> => [{ in: at, lacks: ['maxLength'] }]

// ── clients ────────────────────────────────────────────────────────────────────────────────────────────────────────
const options = arg(2), address = arg(0).otherwise('localhost')
const makers = ['createClient', 'createHttpClient', 'createWSClient', 'createXHRClient', 'createStdIOClient']
const connections = ['createConnection', 'createSSLConnection', 'createUDSConnection', 'createHttpConnection', 'createHttpUDSConnection', 'createWSConnection', 'createXHRConnection', 'createStdIOConnection']
/** A connection that is told to be encrypted, with the options of Node that it hands on. */
const told = (name: string, on: string | undefined, remedy: string): ChannelRow[] => {
  const level = options.option(name), row: ChannelRow = { address, level: level.scale({ true: 'privacy', false: 'none' }), secrets: options.option('headers') }
  const rows: ChannelRow[] = on === undefined ? [{ ...row, ignores: limitless(options), remedy: { encrypt: remedy } }] : tlsClient(options.option(on)).map(tls => ({
    ...tls, ...row, secrets: [options.option('headers'), options.option(on).option('headers')], remedy: { ...tls.remedy, encrypt: remedy },
    ignores: [{ in: options, lacks: ['maxLength'], misplaced: home(on), moves: { into: on, names: ['ca', 'cert', 'key'] } }],
  }))
  return [...rows.map(one => where(one, { ref: level, present: true })), ...rows.map(one => where({ ...one, level: always('none') }, { ref: level, present: false }))]
}
const secure = 'createSSLConnection(host, port, options)'
/** A timer of the connection only tells that it has run out: somebody must hear it, and give up. */
const heard = ['on', 'once', 'addListener'].map(way => `Connection.${way}("timeout")`)
const channels: Record<string, ChannelRow[]> = {
  'createConnection()': [{ address, level: always('none'), ignores: [{ in: options, lacks: ['maxLength'], misplaced: Object.fromEntries([...Object.keys(home('')), 'tls'].map(name => [name, secure])) }], remedy: { encrypt: 'sockets' } }],
  'createSSLConnection()': tlsClient(options).map(row => ({ ...row, address, ignores: [...limitless(options), ...clashing(options)!] })),
  ...Object.fromEntries(['createUDSConnection', 'createHttpUDSConnection', 'createStdIOConnection'].map(name => [`${name}()`, [{ address: always('unix:') }]])),
  'createHttpConnection()': told('https', 'nodeOptions', 'http'), 'createXHRConnection()': told('https', undefined, 'http'), 'createWSConnection()': told('secure', 'wsOptions', 'socket'),
}
const called: CallRow = { through: makers.map(name => of(name, 1)).reduceRight((rest, one) => one.or(rest)), deadline: always(unlimited) }

// ── servers ────────────────────────────────────────────────────────────────────────────────────────────────────────
/** Where the options of each kind of server stand, and what it serves. */
const kinds = { Sockets: { maker: 'createServer', at: 2, serves: 1, clash: 'serverTls' }, Multiplexed: { maker: 'createMultiplexServer', at: 1, serves: 0, clash: 'multiplexedTls' }, Web: { maker: 'createWebServer', at: 0, serves: undefined, clash: undefined } }
const given = ({ tls }: { tls: Ref }): Given => ({ ref: tls, present: true })
const listeners = Object.fromEntries(Object.entries(kinds).flatMap(([kind, { maker, at, serves, clash }]) => {
  const tls = arg(at).option('tls'), isWeb = kind === 'Web'
  const secured: ListenerRow[] = tlsServer(tls).map(row => where({ ...row, level: always('privacy'), ...(!isWeb && { ignores: clashing(tls) }), remedy: { ...row.remedy, ...(clash && { clash }) } }, given({ tls })))
  const asked = of(maker, at).option('tls'), more: ListenerRow = isWeb ? {} : { serves: of(maker, serves), hears: ['on', 'once', 'addListener'].map(way => `${kind}.${way}("error")`) }
  const plain: ListenerRow = { ...more, if: { ref: asked, present: false }, level: always('none'), remedy: { encrypt: 'tls' } }
  return [
    [`${maker}()`, isWeb ? [...secured, {}].map((row): ListenerRow => ({ ...row, ignores: limitless(arg(0)), remedy: { ...row.remedy, unread: 'web' } })) : secured],
    // a message that cannot be read is an event of the server
    [`${kind}.listen()`, [{ ...more, if: { ref: asked, present: true }, level: asked.present().scale({ true: 'privacy', false: 'none' }), remedy: { encrypt: 'tls' } }, plain].flatMap(listening)],
  ]
})) as Record<string, ListenerRow[]>
const message = (at: Ref): LimitRow => ({ bounds: 'the size of a message', value: at.option('maxLength'), removed: [0, unlimited], above: 2 ** 31 - 2 })

/** All that a handler is given is an argument of the call, but for the last, if it is a function that answers. */
const served = (handler: Ref): ProcedureRow => ({ handler, peer: [0, 1, 2, 3, 4, 5, 6, 7].map(param), rejection: 'called' })
const services = arg(0).option('services').each()

/** Pages of other sites open WebSockets as they like: who comes along with a certificate, or from this machine, is known by nothing else. */
const web = of('createWebServer').option('cors'), asked = of('createWebServer').option('tls').option('requestCert')
const here: Given = { ref: arg(1).matches('^(localhost$|127\\.|::1$)'), is: true }, certified: Given = { ref: asked, is: true }
const origins: OriginRow[] = [certified, here].flatMap((known): OriginRow[] => [
  { if: [known, { ref: web, present: false }], origin: web, unasked: true, credentials: always(true), remedy: { origin: 'cors' } },
  { if: known, origin: web.option('"*"').present(), everybody: true, credentials: always(true) },
])

/** What lies where the program was started: its sources, its keys, and what it was told of its environment. */
const folder = arg(0).option('files')
const wholeProgram: AdminRow = { if: { ref: folder.scale({ '.': true, './': true, '..': true, '../': true, '/': true, __dirname: true, '*': false }), is: true }, service: 'The folder that this serves files from', tells: 'what the program is made of, keys included', shown: folder, on: value }

const places = [options, ...['nodeOptions', 'wsOptions', 'tls'].map(name => options.option(name)), arg(1).option('tls'), arg(0).option('tls')].map(at => tlsEdits(at))
const ofTls = Object.fromEntries(Object.keys(places[0]!).map(key => [key, places.flatMap(one => one[key]!)]))
const besides = (at: Ref): EditWords => ({ insert: at, option: 'secureOptions: 0', says: 'Give `secureOptions: 0` besides' })
const asking = (name: string, says: string): EditWords[] => [{ replace: options.option(name), with: 'true', says }, { insert: options, option: `${name}: true`, says }]

/** Apache Thrift: sockets, HTTP and WebSockets. */
export const thrift = framework({
  module: 'thrift', tested: '0.24', docs: 'https://github.com/apache/thrift/tree/master/lib/nodejs#readme',
  things: {
    ...Object.fromEntries(Object.entries(kinds).map(([kind, { maker }]) => [kind, { is: [`${maker}()`], self: ['on', 'once', 'addListener'] }])),
    Connection: { is: connections.map(name => `${name}()`), type: ['Connection', 'HttpConnection', 'WSConnection', 'XHRConnection'] },
    Multiplexer: 'new Multiplexer()', Processor: { is: ['new MultiplexedProcessor()'], type: ['MultiplexedProcessor'] },
    Client: { is: [...makers.map(name => `${name}()`), 'Multiplexer.createClient()'] },
  },
  channels: Object.fromEntries(Object.entries(channels).map(([pattern, rows]) => [pattern, rows.map(row => ({ ...row, heard }))])),
  calls: { 'Client.*()': called },
  listeners, origins: { 'Web.listen()': origins }, admins: { 'createWebServer()': wholeProgram },
  limits: {
    'createServer()': message(arg(2)), 'createMultiplexServer()': message(arg(1)),
    ...Object.fromEntries(['TBufferedTransport', 'TFramedTransport'].map(name => [`${name}.DEFAULT_MAX_LENGTH =`, { ...message(arg(0)), value, remedy: { limit: 'all' } }])),
  },
  procedures: {
    'createServer()': served(arg(1).each()), 'createWebServer()': served(services.option('handler').each()),
    'Processor.registerProcessor()': served(arg(1).argument(0).each()),
  },
  sinks: { 'createStdIOConnection()': { data: arg(0), kind: 'command' } },
  remedies: {
    ...tlsRemedies, floor: 'Leave `secureProtocol` out: the library itself speaks TLS 1.2', require: 'Set `rejectUnauthorized: true`',
    sockets: 'Use `createSSLConnection()`', http: 'Give its options `https: true`', socket: 'Give its options `secure: true`', tls: 'Give the server `tls: { key, cert, ca, requestCert: true, rejectUnauthorized: true }`',
    ...Object.fromEntries(['clash', 'serverTls', 'multiplexedTls'].map(key => [key, 'Give `secureOptions` besides, such as `secureOptions: 0`: then the library adds nothing'])), deadline: 'Run it against a timer with `Promise.race()`: `timeout` only makes the connection emit an event',
    limit: 'Leave `maxLength` out: the transport has a bound of its own', all: 'Leave it as it is: 100 MiB, or 16 MB of a frame', unread: 'Remove it: a client reads whatever its server sends', web: 'Set `DEFAULT_MAX_LENGTH` of its transport, which is what a web server reads',
    hear: "Give the server a listener: `server.on('error', report)`", origin: "Name the pages that may: `cors: { 'https://app.example.com': true }`", cors: "Give it `cors`, with the pages that may: `{ 'https://app.example.com': true }`",
    admin: 'Give `files` a folder that holds nothing but what is meant for everybody',
  },
  edits: {
    ...ofTls,
    sockets: { call: 'createSSLConnection', keeps: 3, says: 'Use `createSSLConnection()`' }, http: asking('https', 'Use `https: true`'), socket: asking('secure', 'Use `secure: true`'),
    clash: besides(options), serverTls: besides(arg(2).option('tls')), multiplexedTls: besides(arg(1).option('tls')),
    limit: [arg(2), arg(1)].map(at => ({ remove: at.option('maxLength'), says: 'Remove `maxLength`' })),
  },
})
