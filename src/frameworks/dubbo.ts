import { always, framework, last, listening, type Framework, type LimitRow, type ProcedureRow } from './describe.js'
import { connect, connectNode, connectWeb } from './connect.js'

/** What follows is Connect's own, under other names, before its servers knew interceptors. */
const node = connectNode as Required<Framework>, web = connectWeb as Required<Framework>, core = connect as Required<Framework>
const unusual = { transport: 'unusual', tested: '3.0.0-alpha', docs: 'https://github.com/apache/dubbo-js#readme' } as const
/** How deep a message may nest could not be told yet. */
const limited = (rows: LimitRow | LimitRow[] | undefined): LimitRow[] => [rows ?? []].flat().filter(({ remedy }) => remedy?.limit !== 'depth')
const transport = 'Use Connect, of which this is a copy that stopped at an alpha'

/** Transports of Node. */
export const dubboNode = framework({
  module: '@apachedubbo/dubbo-node', ...unusual,
  channels: { 'createDubboTransport()': node.channels['createConnectTransport()']!, ...Object.fromEntries(['createGrpcTransport()', 'createGrpcWebTransport()'].map(name => [name, node.channels[name]!])) },
  limits: { 'createDubboTransport()': limited(node.limits['createConnectTransport()']), ...Object.fromEntries(['createGrpcTransport()', 'createGrpcWebTransport()'].map(name => [name, limited(node.limits[name])])) },
  edits: Object.fromEntries(['scheme', 'limit', 'verify', 'names'].map(key => [key, node.edits[key]!])),
  remedies: { transport, ...Object.fromEntries(['scheme', 'limit', 'verify', 'names', 'floor', 'ciphers'].map(key => [key, node.remedies[key]!])) },
})

/** Transports of browsers. */
export const dubboWeb = framework({
  module: '@apachedubbo/dubbo-web', ...unusual,
  channels: Object.fromEntries(['createDubboTransport()', 'createGrpcWebTransport()'].map(name => [name, web.channels['createGrpcWebTransport()']!])),
  edits: web.edits, remedies: { transport, ...web.remedies },
})

const { 'Router.service()': service, 'Router.rpc()': rpc } = core.procedures
/** Nothing stands before what such a router serves. */
const unguarded = (rows: ProcedureRow | ProcedureRow[]): ProcedureRow[] => [rows].flat().map(row => ({ ...row, guard: undefined, guards: [], overrides: undefined }))
/** Clients, and routers with the adapter that hands them to a server. */
export const dubbo = framework({
  module: ['@apachedubbo/dubbo', '@apachedubbo/dubbo-node'], ...unusual,
  things: {
    Client: { is: ['createPromiseClient()', 'createCallbackClient()'], type: ['PromiseClient', 'CallbackClient'] },
    Router: { is: ['createDubboRouter()', { given: 'dubboNodeAdapter()', arg: 0, param: 0, option: 'routes' }], self: ['service', 'rpc'], type: ['DubboRouter'] },
  },
  calls: { 'Client.*()': core.calls['Client.*()']! },
  procedures: { 'Router.service()': unguarded(service!), 'Router.rpc()': unguarded(rpc!) },
  limits: { 'createDubboRouter()': limited(core.limits['createConnectRouter()']), 'dubboNodeAdapter()': limited(core.limits['connectNodeAdapter()']) },
  replies: { 'new DubboError()': core.replies['new ConnectError()']! },
  endpoints: core.endpoints, edits: Object.fromEntries(['limit', 'deadline', 'zero'].map(key => [key, core.edits[key]!])),
  remedies: {
    transport, limit: core.remedies.limit!, unit: core.remedies.unit!, deadline: 'Give it `timeoutMs`', zero: 'Give `timeoutMs` a number of milliseconds', keep: 'Log it, and throw a `DubboError` with words of your own',
  },
})

/** Where nothing encrypts in front of it, `createServer()` of `http` and `http2` serves it in clear. */
export const dubboListeners = framework({
  module: ['http', 'http2', '@apachedubbo/dubbo-node'], aside: true, tested: '3.0.0-alpha', docs: 'https://github.com/apache/dubbo-js#readme',
  things: { Adapter: 'dubboNodeAdapter()', Server: { is: [{ pattern: 'createServer()', if: { ref: last('function'), thing: 'Adapter' } }] } },
  listeners: { 'Server.listen()': listening({ level: always('none'), remedy: { encrypt: 'server' } }) },
  remedies: { server: 'Use `http2.createSecureServer()` or `https.createServer()` with a key and a certificate' },
})
