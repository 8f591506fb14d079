import { always, arg, framework, last, unlimited, value, type ChannelRow, type EditWords, type Given, type ListenerRow, type Ref } from './describe.js'

/** What each `secureProtocol` accepts at least; the modern-looking `TLS_method` lowers the floor (measured on Node 20). */
const protocols = { TLSv1_method: 'TLSv1', TLSv1_client_method: 'TLSv1', TLSv1_server_method: 'TLSv1', TLSv1_1_method: 'TLSv1.1', TLSv1_1_client_method: 'TLSv1.1', TLSv1_1_server_method: 'TLSv1.1', TLS_method: 'TLSv1', TLS_client_method: 'TLSv1', TLS_server_method: 'TLSv1', TLSv1_2_method: 'TLSv1.2' }
const versions = { 'TLSv1': 'TLSv1', 'TLSv1.1': 'TLSv1.1', 'TLSv1.2': 'TLSv1.2', 'TLSv1.3': 'TLSv1.3' }
const secured = (options: Ref) => ({
  floor: options.option('minVersion').scale(versions).or(options.option('secureProtocol').scale(protocols)),
  ciphers: options.option('ciphers'),
})
const client = (options: Ref) => ({
  ...secured(options), level: always('privacy'), chain: options.option('rejectUnauthorized').unless(false), names: options.option('checkServerIdentity'),
  address: options.option('host').or(options.option('hostname')).or(options.option('servername')), checkedBy: ['authorized', 'getPeerCertificate'], remedy: { verify: 'verify' },
})
const serverOf = (options: Ref): ListenerRow => ({
  ...secured(options), level: always('privacy'), asks: options.option('requestCert').otherwise(false), requires: options.option('rejectUnauthorized').otherwise(true), checkedBy: ['authorized', 'getPeerCertificate'],
})
/** A PFX file may bring authorities of its own. */
const server = (options: Ref): ListenerRow[] => [{ ...serverOf(options), if: { ref: options.option('pfx'), present: true } }, { ...serverOf(options), roots: options.option('ca').present() }]
const remedies = {
  verify: 'Leave `rejectUnauthorized` out and give the private CA as `ca`',
  names: 'Return `tls.checkServerIdentity(host, certificate)` from it, or leave it out',
  require: 'Set `rejectUnauthorized: true`, or destroy sockets that are not `authorized`',
  ask: 'Add `requestCert: true`',
  roots: 'Give the CA of your clients as `ca`',
  floor: "Use `minVersion: 'TLSv1.2'` or later",
  ciphers: 'Leave `ciphers` out: the default list is sound',
  encrypt: 'Use an `https:` address',
}
const options = last('object')
/** What is offered where options stand; none that only makes a program connect to fewer peers is applied unasked. */
const edits = (at: Ref): Record<string, EditWords> => ({
  verify: { remove: at.option('rejectUnauthorized'), says: 'Remove `rejectUnauthorized: false`' },
  names: { remove: at.option('checkServerIdentity'), says: 'Remove `checkServerIdentity`' },
  floor: { replace: at.option('minVersion'), with: "'TLSv1.2'", says: "Use `minVersion: 'TLSv1.2'`" },
  require: { replace: at.option('rejectUnauthorized'), with: 'true', says: 'Use `rejectUnauthorized: true`' },
  ask: { insert: at, option: 'requestCert: true', says: 'Add `requestCert: true`' },
})

/** What is done with a socket that is only seen to open: nobody is told, or believed, anything. */
const quiet = ['secureConnect', 'connect', 'error', 'timeout', 'close', 'end']
const silent = { on: quiet, once: quiet, off: quiet, destroy: [], end: [] }

/** TLS options of Node's own clients and servers (Node 20 to 26). */
export const nodeTls = framework({
  module: 'tls', tested: '20 - 26', docs: 'https://nodejs.org/api/tls.html',
  credentials: {
    'createSecureContext()': { ...secured(arg(0)), level: always('privacy') },
    'DEFAULT_MIN_VERSION =': { floor: value.scale(versions), remedy: { floor: 'least' } },
    'DEFAULT_CIPHERS =': { ciphers: value, remedy: { ciphers: 'list' } },
  },
  compares: { 'checkServerIdentity()': { name: arg(0), proof: arg(1) } },
  channels: { 'connect()': { ...client(options), silent } },
  listeners: { 'createServer()': server(arg(0)) },
  remedies: { ...remedies, least: "Set it to `'TLSv1.2'` or later", list: 'Remove it: the default list is sound' },
  edits: { ...edits(options), least: { replace: value, with: "'TLSv1.2'", says: "Use `'TLSv1.2'`" } },
})

export const nodeHttps = framework({
  module: 'https', tested: '20 - 26', docs: 'https://nodejs.org/api/https.html',
  channels: { 'request()': client(options), 'get()': client(options), 'new Agent()': client(arg(0)) },
  listeners: { 'createServer()': server(arg(0)) },
  remedies, edits: edits(options),
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
  channels: { 'request()': plainRequest, 'get()': plainRequest },
  remedies: { encrypt: 'Use `https.request()`' },
})

const schemes = { 'https:': 'privacy', 'http:': 'none' }
export const nodeHttp2 = framework({
  module: 'http2', tested: '20 - 26', docs: 'https://nodejs.org/api/http2.html',
  things: { Session: 'connect()' },
  calls: { 'Session.request()': { secrets: arg(0) } },
  channels: { 'connect()': { ...client(arg(1)), address: arg(0), level: arg(0).scheme(schemes) } },
  listeners: { 'createSecureServer()': server(arg(0)) },
  remedies, edits: edits(options),
})

const misplaced = Object.fromEntries(['rejectUnauthorized', 'ca', 'cert', 'key', 'checkServerIdentity', 'minVersion', 'maxVersion', 'ciphers', 'servername'].map(name => [name, `connect: { ${name} }`]))
const dispatcher = (at: Ref) => ({ ...client(at.option('connect')), address: arg(0), level: arg(0).scheme(schemes), ignores: [{ in: at, misplaced }] })
/** Dispatchers of undici 7 and 8: TLS options are read under `connect` only. */
export const undici = framework({
  module: 'undici', tested: '7.0 - 8.12', docs: 'https://undici.nodejs.org',
  channels: { 'new Agent()': { ...dispatcher(arg(0)), address: always('a server'), level: always('privacy') }, 'new Pool()': dispatcher(arg(1)), 'new Client()': dispatcher(arg(1)) },
  remedies, edits: edits(options.option('connect')),
})

const off = { if: { ref: value, is: '0' }, turnsOff: 'verification' as const, remedy: { verify: 'process' } }
/** The `fetch()` of Node takes a dispatcher of undici: an agent of `https`, and TLS options of its own, are not read. */
const fetched: ChannelRow = { address: arg(0), ignores: [{ in: arg(1), misplaced: { agent: 'dispatcher', httpsAgent: 'dispatcher', rejectUnauthorized: 'dispatcher' } }] }
export const nodeFetch = framework({
  module: 'globals', aside: true, tested: '20 - 26', docs: 'https://nodejs.org/api/globals.html#fetch',
  things: { Headers: { is: ['new Headers()'], holds: { entry: ['set', 'append'], out: ['delete'] } } },
  channels: { 'fetch()': [{ ...fetched, if: { ref: arg(1).option('headers'), secret: true }, level: arg(0).scheme(schemes), secrets: arg(1).option('headers') }, fetched] },
  // a request may bring a signal along, a text does not
  calls: { 'fetch()': [{ if: { ref: arg(0).matches('^'), is: true }, deadline: arg(1).option('signal').otherwise(unlimited), inside: true }, { if: { ref: arg(1), kind: 'object' }, deadline: arg(1).option('signal').otherwise(unlimited), inside: true }] },
  remedies: { encrypt: 'Use an `https:` address', deadline: 'Give it `signal: AbortSignal.timeout(milliseconds)`' },
})

/** Switches of the whole process. */
export const nodeProcess = framework({
  module: 'globals', tested: '20 - 26', docs: 'https://nodejs.org/api/cli.html#node_tls_reject_unauthorizedvalue',
  switches: { 'process.env.NODE_TLS_REJECT_UNAUTHORIZED =': [off, { ...off, if: { ref: value, is: 0 } }] },
  remedies: { process: 'Remove it, and give the private CA in `NODE_EXTRA_CA_CERTS`' },
})
