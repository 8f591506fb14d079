import { always, arg, framework, last, unlimited, value, type ChannelRow, type EditWords, type Given, type LimitRow, type ListenerRow, type Ref, type SwitchRow } from './describe.js'

/** What each `secureProtocol` accepts at least; the modern-looking `TLS_method` lowers the floor (measured on Node 20). */
const protocols = { TLSv1_method: 'TLSv1', TLSv1_client_method: 'TLSv1', TLSv1_server_method: 'TLSv1', TLSv1_1_method: 'TLSv1.1', TLSv1_1_client_method: 'TLSv1.1', TLSv1_1_server_method: 'TLSv1.1', TLS_method: 'TLSv1', TLS_client_method: 'TLSv1', TLS_server_method: 'TLSv1', TLSv1_2_method: 'TLSv1.2' }
const versions = { 'TLSv1': 'TLSv1', 'TLSv1.1': 'TLSv1.1', 'TLSv1.2': 'TLSv1.2', 'TLSv1.3': 'TLSv1.3' }
const secured = (options: Ref) => ({
  floor: options.option('minVersion').scale(versions).or(options.option('secureProtocol').scale(protocols)),
  ciphers: options.option('ciphers'),
  renegotiates: options.option('secureOptions').anyBit({ SSL_OP_LEGACY_SERVER_CONNECT: 0x4, SSL_OP_ALLOW_UNSAFE_LEGACY_RENEGOTIATION: 0x4_0000 }),
})
/** What never speaks anything newer. */
const capped = <R extends ChannelRow | ListenerRow>(options: Ref, row: R): R => ({
  ...row, if: [...[row.if ?? []].flat(), { ref: options.option('maxVersion').matches(String.raw`^TLSv1(?:\.1)?$`), is: true }],
  floor: options.option('minVersion').scale(versions).or(options.option('maxVersion').scale(versions)), remedy: { ...row.remedy, floor: 'newest' },
})
const clientOf = (options: Ref): ChannelRow => ({
  ...secured(options), level: always('privacy'), chain: options.option('rejectUnauthorized').unless(false), names: options.option('checkServerIdentity'),
  address: options.option('host').or(options.option('hostname')).or(options.option('servername')), checkedBy: ['authorized', 'getPeerCertificate'], remedy: { verify: 'verify' },
})
export const client = (options: Ref): ChannelRow[] => [capped(options, clientOf(options)), clientOf(options)]
const serverOf = (options: Ref): ListenerRow => ({
  ...secured(options), level: always('privacy'), asks: options.option('requestCert').otherwise(false), requires: options.option('rejectUnauthorized').otherwise(true), checkedBy: ['authorized', 'getPeerCertificate'],
})
/** A PFX file may bring authorities of its own. */
export const server = (options: Ref): ListenerRow[] => [{ ...serverOf(options), if: { ref: options.option('pfx'), present: true } }, { ...serverOf(options), roots: options.option('ca').present() }].flatMap(row => [capped(options, row), row])
export const remedies = {
  verify: 'Leave `rejectUnauthorized` out and give the private CA as `ca`',
  names: 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out',
  require: 'Set `rejectUnauthorized: true`, or destroy sockets that are not `authorized`',
  ask: 'Add `requestCert: true`',
  roots: 'Give the CA of your clients as `ca`',
  floor: "Use `minVersion: 'TLSv1.2'` or later",
  newest: "Leave `maxVersion` out, and use `minVersion: 'TLSv1.2'` or later",
  renegotiation: 'Leave it out of `secureOptions`',
  ciphers: 'Leave `ciphers` out: the default list is sound',
  encrypt: 'Use an `https:` address',
}
const options = last('object')
/** What is offered where options stand; none that only makes a program connect to fewer peers is applied unasked. */
export const edits = (at: Ref): Record<string, EditWords | EditWords[]> => ({
  verify: { remove: at.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' },
  names: { remove: at.option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' },
  floor: [{ replace: at.option('minVersion'), with: "'TLSv1.2'", says: "Use `minVersion: 'TLSv1.2'`" }, { remove: at.option('secureProtocol'), says: 'Remove `secureProtocol`' }],
  ciphers: { remove: at.option('ciphers'), says: 'Remove `ciphers`' },
  require: { replace: at.option('rejectUnauthorized'), with: 'true', says: 'Use `rejectUnauthorized: true`' },
  ask: { insert: at, option: 'requestCert: true', says: 'Add `requestCert: true`' },
})

const encrypted = (address: Ref): Record<string, EditWords> => ({ encrypt: { begin: address, with: { 'http:': 'https:' }, says: 'Use an `https:` address' } })

/** What is done with a socket that is only seen to open: nobody is told, or believed, anything. */
const quiet = ['secureConnect', 'connect', 'error', 'timeout', 'close', 'end']
const silent = { on: quiet, once: quiet, off: quiet, destroy: [], end: [] }

/** Where nobody is asked who it is, whoever may open a socket of this machine is served. */
const Server = { is: ['createServer()', 'new Server()'] }
const opened: Record<string, ListenerRow> = {
  'Server.listen()': { if: [{ ref: arg(0).option('path'), present: true }, { ref: arg(0).option('writableAll'), is: true }], open: arg(0).option('writableAll'), remedy: { open: 'users' } },
}
const users = 'Leave `writableAll` out, and put the socket where only the users who are meant can reach it'
const atOnce: Record<string, LimitRow> = { 'Server.maxConnections =': { bounds: 'the number of connections at a time', of: 'state', value, removed: [unlimited], remedy: { limit: 'connections' } } }
const connections = 'Set it to a number'

/** TLS options of Node's own clients and servers (Node 20 to 26). */
export const nodeTls = framework({
  module: 'tls', tested: '20 - 26', docs: 'https://nodejs.org/api/tls.html',
  credentials: {
    'createSecureContext()': { ...secured(arg(0)), level: always('privacy') },
    'DEFAULT_MIN_VERSION =': { floor: value.scale(versions), remedy: { floor: 'least' } },
    'DEFAULT_MAX_VERSION =': { floor: value.scale(versions), remedy: { floor: 'most' } },
    'DEFAULT_CIPHERS =': { ciphers: value, remedy: { ciphers: 'list' } },
  },
  compares: { 'checkServerIdentity()': { name: arg(0), proof: arg(1) } },
  channels: { 'connect()': client(options).map(row => ({ ...row, silent })) },
  things: { Server }, limits: atOnce,
  listeners: { 'createServer()': server(arg(0)), 'new Server()': server(arg(0)), ...opened },
  remedies: { ...remedies, least: "Set it to `'TLSv1.2'` or later", most: "Set it to `'TLSv1.3'`, or remove it", list: 'Remove it: the default list is sound', users, connections },
  edits: { ...edits(options), least: { replace: value, with: "'TLSv1.2'", says: "Use `'TLSv1.2'`" } },
})

export const nodeNet = framework({
  module: 'net', tested: '20 - 26', docs: 'https://nodejs.org/api/net.html',
  things: { Server }, listeners: opened, limits: atOnce,
  remedies: { users, connections },
})

/** A request that comes in slowly, or begins with more than anybody needs, holds what it has brought so far. */
const arriving = (given: Ref): LimitRow => ({ bounds: 'the time that a request may take to arrive', of: 'state', value: given, removed: [0], remedy: { limit: 'arriving' } })
const requests: Record<string, LimitRow | LimitRow[]> = {
  ...Object.fromEntries(['createServer()', 'new Server()'].map(made => [made, [arriving(arg(0).option('requestTimeout')), { bounds: 'the size of what a request begins with', value: arg(0).option('maxHeaderSize'), removed: [], above: 2 ** 24, remedy: { limit: 'headers' } }]])),
  ...atOnce, 'Server.requestTimeout =': arriving(value),
}
/** What the lenient parser lets through is read in one way here, and in another by the server before or behind. */
const lenient = (at: Ref): SwitchRow => ({ turnsOff: 'validation', flags: [at.option('insecureHTTPParser')], remedy: { validate: 'parser' } })
const parsers = { 'createServer()': lenient(arg(0)), 'new Server()': lenient(arg(0)), 'request()': lenient(options), 'get()': lenient(options) }
const http = {
  arriving: 'Leave it at five minutes, or less', headers: 'Leave `maxHeaderSize` out', users, connections,
  parser: 'Leave `insecureHTTPParser` out: what it lets through is read in different ways by the programs on the way',
}

export const nodeHttps = framework({
  module: 'https', tested: '20 - 26', docs: 'https://nodejs.org/api/https.html', things: { Server }, limits: requests, switches: parsers,
  channels: { 'request()': client(options), 'get()': client(options), 'new Agent()': client(arg(0)) },
  listeners: { 'createServer()': server(arg(0)), 'new Server()': server(arg(0)), ...opened },
  remedies: { ...remedies, ...http }, edits: edits(options),
})

/** A request in clear text is of interest when it carries a secret. */
const inClear = { level: always('none'), secrets: [options, options.option('headers')] }
const carrying: Given = { ref: options.option('headers'), secret: true }
const byOptions = { ...inClear, address: options.option('hostname').or(options.option('host').otherwise('localhost')) }
const plainRequest: ChannelRow[] = [
  { ...byOptions, if: [{ ref: arg(0), kind: 'object' }, carrying] }, { ...byOptions, if: [{ ref: arg(0), kind: 'object' }, { ref: options.option('auth'), present: true }] },
  { ...inClear, if: carrying, address: arg(0) }, { ...inClear, if: { ref: options.option('auth'), present: true }, address: arg(0) },
]
export const nodeHttp = framework({
  module: 'http', tested: '20 - 26', docs: 'https://nodejs.org/api/http.html',
  things: { Server }, limits: requests, switches: parsers, listeners: opened,
  channels: { 'request()': plainRequest, 'get()': plainRequest },
  remedies: { encrypt: 'Use `https.request()`', ...http },
})

const schemes = { 'https:': 'privacy', 'http:': 'none' }
export const nodeHttp2 = framework({
  module: 'http2', tested: '20 - 26', docs: 'https://nodejs.org/api/http2.html',
  things: { Session: 'connect()' },
  calls: { 'Session.request()': { secrets: arg(0) } },
  channels: { 'connect()': client(arg(1)).map(row => ({ ...row, address: arg(0), level: arg(0).scheme(schemes) })) },
  listeners: { 'createSecureServer()': server(arg(0)) },
  remedies, edits: { ...edits(options), ...encrypted(arg(0)) },
})

const tlsOptions = ['rejectUnauthorized', 'ca', 'cert', 'key', 'checkServerIdentity', 'minVersion', 'maxVersion', 'ciphers', 'servername']
export const home = (under: string) => Object.fromEntries(tlsOptions.map(name => [name, `${under}: { ${name} }`]))
/** TLS options are read under `connect`, or under the older `tls`. */
const dispatcher = (at: Ref, more: ChannelRow): ChannelRow[] => [
  ...client(at.option('tls')).map(row => ({ ...row, if: [...[row.if ?? []].flat(), { ref: at.option('tls'), present: true }, { ref: at.option('connect'), present: false }] })), ...client(at.option('connect')),
].map(row => ({ ...row, ignores: [{ in: at, misplaced: home('connect'), moves: { into: 'connect', names: ['ca', 'cert', 'key'] } }], ...more }))
const one: ChannelRow = { address: arg(0), level: arg(0).scheme(schemes) }, any: ChannelRow = { address: always('a server'), level: always('privacy') }
/** A dispatcher that goes through a proxy has options for what lies behind it, and for the proxy itself. */
const proxied = (...behind: ChannelRow[]): ChannelRow[] => [
  ...behind, ...client(arg(0).option('proxyTls')).map(row => ({ ...row, if: [...[row.if ?? []].flat(), { ref: arg(0).option('requestTls').option('rejectUnauthorized').unless(false), is: true }, { ref: arg(0).option('proxyTls'), present: true } satisfies Given], remedy: { ...row.remedy, verify: 'proxy' } })),
  ...client(arg(0).option('requestTls')),
].map(row => ({ ...row, ...any }))
/** The `fetch()` of Node, and what undici offers like it, take a dispatcher: an agent of `https`, and TLS options of their own, are not read. */
const fetched: ChannelRow = { address: arg(0), ignores: [{ in: arg(1), misplaced: { agent: 'dispatcher', httpsAgent: 'dispatcher', rejectUnauthorized: 'dispatcher' } }] }
const fetching: ChannelRow[] = [{ ...fetched, if: { ref: arg(1).option('headers'), secret: true }, level: arg(0).scheme(schemes), secrets: arg(1).option('headers') }, fetched]
/** Dispatchers of undici 7 and 8. */
export const undici = framework({
  module: 'undici', tested: '7.0 - 8.12', docs: 'https://undici.nodejs.org',
  channels: {
    'new Agent()': dispatcher(arg(0), any), 'new Pool()': dispatcher(arg(1), one), 'new Client()': dispatcher(arg(1), one), 'new BalancedPool()': dispatcher(arg(1), one), 'new RoundRobinPool()': dispatcher(arg(1), one),
    'new ProxyAgent()': proxied().map(row => ({ ...row, ignores: [{ in: arg(0), misplaced: { ...home('requestTls'), connect: 'requestTls' } }] })),
    'new EnvHttpProxyAgent()': proxied(...client(arg(0).option('connect')).map(row => ({ ...row, if: [...[row.if ?? []].flat(), { ref: arg(0).option('connect'), present: true }] }))).map(row => ({ ...row, ignores: [{ in: arg(0), misplaced: home('requestTls'), moves: { into: 'requestTls', names: ['ca', 'cert', 'key'] } }] })),
    'fetch()': fetching, 'request()': fetching,
  },
  remedies: { ...remedies, proxy: 'Leave `rejectUnauthorized` out of `proxyTls`, and give the private CA there as `ca`' },
  edits: {
    ...edits(options.option('connect')), ...encrypted(arg(0)),
    verify: [options.option('connect'), options.option('tls'), options.option('requestTls')].map(at => ({ remove: at.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' })),
    proxy: { remove: options.option('proxyTls').option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' },
  },
})

const off = { if: { ref: value, is: '0' }, turnsOff: 'verification' as const, remedy: { verify: 'process' } }
export const nodeFetch = framework({
  module: 'globals', aside: true, tested: '20 - 26', docs: 'https://nodejs.org/api/globals.html#fetch',
  things: { Headers: { is: ['new Headers()'], holds: { entry: ['set', 'append'], out: ['delete'] } } },
  channels: { 'fetch()': fetching },
  // a request may bring a signal along, a text does not
  calls: { 'fetch()': [{ if: { ref: arg(0).matches('^'), is: true }, deadline: arg(1).option('signal').otherwise(unlimited), inside: true }, { if: { ref: arg(1), kind: 'object' }, deadline: arg(1).option('signal').otherwise(unlimited), inside: true }] },
  remedies: { encrypt: 'Use an `https:` address', deadline: 'Give it `signal: AbortSignal.timeout(milliseconds)`' },
  edits: {
    ...encrypted(arg(0)),
    deadline: [{ insert: arg(1), option: 'signal: AbortSignal.timeout(5000)', says: 'Give it up after five seconds' }, { options: '{ signal: AbortSignal.timeout(5000) }', from: 1, says: 'Give it up after five seconds' }],
  },
})

/** Switches of the whole process. */
export const nodeProcess = framework({
  module: 'globals', tested: '20 - 26', docs: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
  switches: { 'process.env.NODE_TLS_REJECT_UNAUTHORIZED =': [off, { ...off, if: { ref: value, is: 0 } }] },
  remedies: { process: 'Remove it, and give the private CA in `NODE_EXTRA_CA_CERTS`' },
  edits: { process: { replace: value, with: "'1'", says: "Use `'1'`" } },
})
