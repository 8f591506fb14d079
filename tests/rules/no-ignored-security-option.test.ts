import rule from '../../src/rules/no-ignored-security-option.js'
import { tester } from './tester.js'

tester.run('no-ignored-security-option', rule, {
  invalid: [
    {
      name: 'timeouts of protobuf-ts that nobody reads',
      code: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { TwirpFetchTransport } from '@protobuf-ts/twirp-transport'

export const twirp = new TwirpFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 })
export const grpc = new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl(), timeout: 5000, callOptions: {} })
`,
      errors: [
        { messageId: 'misspelt', data: { name: 'timeout', instead: 'client.method(input, { abort: AbortSignal.timeout(5000) })' }, line: 6, column: 86, endLine: 6, endColumn: 99, suggestions: undefined },
        { messageId: 'misspelt', data: { name: 'timeout', instead: 'callOptions: { deadline }' }, line: 7, column: 112, endLine: 7, endColumn: 125, suggestions: undefined },
      ],
    },
    {
      name: 'options of a verifier that are written over on the way to it',
      code: `
import { PassportStrategy } from '@nestjs/passport'
import { ExtractJwt, Strategy } from 'passport-jwt'

const jsonWebTokenOptions = { clockTolerance: 5, issuer: 'accounts' }
export class Accounts extends PassportStrategy(Strategy) {
  constructor() {
    super({ jwtFromRequest: ExtractJwt.fromAuthHeaderAsBearerToken(), secretOrKey: process.env.KEY!, jsonWebTokenOptions })
  }
}
export const orders = new Strategy({ jwtFromRequest: ExtractJwt.fromHeader('x-token'), secretOrKey: process.env.KEY!, jsonWebTokenOptions: { algorithms: ['HS256'], audience: 'orders' } }, (claims, done) => done(null, claims))
`,
      errors: [
        { messageId: 'misspelt', data: { name: 'issuer', instead: '{ issuer, jsonWebTokenOptions }' }, line: 5, column: 50, endLine: 5, endColumn: 68, suggestions: undefined },
        { messageId: 'misspelt', data: { name: 'algorithms', instead: '{ algorithms, jsonWebTokenOptions }' }, line: 11, column: 142, endLine: 11, endColumn: 163, suggestions: undefined },
        { messageId: 'misspelt', data: { name: 'audience', instead: '{ audience, jsonWebTokenOptions }' }, line: 11, column: 165, endLine: 11, endColumn: 183, suggestions: undefined },
      ],
    },
    {
      name: 'a protocol that the router does not speak, and one service does',
      code: `
import { createConnectRouter } from '@connectrpc/connect'
import { Orders } from './gen/orders.js'

const place = () => ({})
export const router = createConnectRouter({ readMaxBytes: 65536, grpc: false, connect: false })
  .service(Orders, { place }, { readMaxBytes: 1024, grpc: false })
`,
      errors: [{
        messageId: 'forgotten', data: { name: 'connect', is: 'false', remedy: 'Give these options to the router, or to a router of its own' }, line: 7, column: 31, endLine: 7, endColumn: 66, suggestions: undefined,
      }],
    },
    {
      name: 'a letter is missing',
      code: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export const orders = new OrdersClient('orders.internal:443', grpc.credentials.createSsl(), {
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timout_ms': 5_000,
})
`,
      errors: [{
        messageId: 'misspelt', data: { name: 'grpc.keepalive_timout_ms', instead: 'grpc.keepalive_timeout_ms' }, line: 7, column: 3, endLine: 7, endColumn: 36,
        suggestions: [{ messageId: 'edit', data: { says: 'Use `grpc.keepalive_timeout_ms`' }, output: `
import * as grpc from '@grpc/grpc-js'
import { OrdersClient } from './gen/orders.js'

export const orders = new OrdersClient('orders.internal:443', grpc.credentials.createSsl(), {
  'grpc.keepalive_time_ms': 30_000,
  'grpc.keepalive_timeout_ms': 5_000,
})
` }],
      }],
    },
    {
      name: 'an option of another implementation',
      code: `
import { Client, credentials, type ChannelOptions } from '@grpc/grpc-js'

const options: ChannelOptions = {
  'grpc.http2.max_pings_without_data': 0,
}
export const client = new Client('orders.internal:443', credentials.createSsl(), options)
`,
      errors: [{ messageId: 'unread', data: { name: 'grpc.http2.max_pings_without_data' }, line: 5, column: 3, endLine: 5, endColumn: 41, suggestions: undefined }],
    },
    {
      name: 'TLS options on the channel',
      code: `
import tls from 'node:tls'
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), {
  checkServerIdentity: (host: string, cert: tls.PeerCertificate) => tls.checkServerIdentity(host, cert),
})
`,
      errors: [{ messageId: 'misspelt', data: { name: 'checkServerIdentity', instead: 'createSsl(roots, key, chain, { checkServerIdentity })' }, line: 6, column: 3, endLine: 6, endColumn: 104, suggestions: undefined }],
    },
    {
      name: 'TLS options of undici outside of connect',
      code: `
import { readFileSync } from 'node:fs'
import { Agent, Pool } from 'undici'

export const agent = new Agent({ ca: readFileSync('ca.pem'), keepAliveTimeout: 10 })
export const pool = new Pool('https://api.acme.example', { connections: 2, minVersion: 'TLSv1.3' })
`,
      errors: [
        { messageId: 'misspelt', data: { name: 'ca', instead: 'connect: { ca }' }, line: 5, column: 34, endLine: 5, endColumn: 60, suggestions: [{ messageId: 'edit', data: { says: 'Put it under `connect`' }, output: `
import { readFileSync } from 'node:fs'
import { Agent, Pool } from 'undici'

export const agent = new Agent({ connect: { ca: readFileSync('ca.pem') }, keepAliveTimeout: 10 })
export const pool = new Pool('https://api.acme.example', { connections: 2, minVersion: 'TLSv1.3' })
` }] },
        { messageId: 'misspelt', data: { name: 'minVersion', instead: 'connect: { minVersion }' }, line: 6, column: 76, endLine: 6, endColumn: 97, suggestions: undefined },
      ],
    },
    {
      name: 'an agent of https, given to fetch',
      code: `
import https from 'node:https'
import { readFileSync } from 'node:fs'

const agent = new https.Agent({ ca: readFileSync('ca.pem') })
export const load = (path: string) => fetch(\`https://api.acme.example/\${path}\`, { agent } as RequestInit)
`,
      errors: [{ messageId: 'misspelt', data: { name: 'agent', instead: 'dispatcher' }, line: 6, column: 83, endLine: 6, endColumn: 88, suggestions: undefined }],
    },
    {
      name: 'hardening spells it right',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), { 'grpc.max_recieve_message_length': 1024 })
`,
      settings: { 'secure-rpc': { edits: 'hardening' } },
      output: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), { 'grpc.max_receive_message_length': 1024 })
`,
      errors: [{ messageId: 'misspelt', data: { name: 'grpc.max_recieve_message_length', instead: 'grpc.max_receive_message_length' }, line: 4, column: 94, endLine: 4, endColumn: 133, suggestions: undefined }],
    },
    {
      name: 'a time limit for local calls, which have none',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const compose = rpcrt4.func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 protseq, str16 address, str16 endpoint, str16 options, _Out_ str16 *text)')
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')

const CALL_TIMEOUT = 12
export function bind() {
  const binding: [unknown] = [null]
  bindingFrom('ncalrpc:[agent,Security=Identification Dynamic True]', binding)
  setOption(binding[0], CALL_TIMEOUT, 5000)
  return binding[0]
}
`,
      errors: [{ messageId: 'misspelt', data: { name: 'RPC_C_OPT_CALL_TIMEOUT', instead: 'RpcAsyncCancelCall' }, line: 13, column: 25, endLine: 13, endColumn: 37, suggestions: undefined }],
    },
    {
      name: 'interceptors of a call, which take the place of those of its client',
      code: `
import { credentials, InterceptingCall } from '@grpc/grpc-js'
import { OrdersClient, log } from './gen/orders.js'

const signed = (options, next) => new InterceptingCall(next(options))
const orders = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors: [signed] })
export const get = (id: string, done: (error: Error | null) => void) => orders.getOrder({ id }, { deadline: Date.now() + 1000, interceptors: [log] }, done)
`,
      errors: [{ messageId: 'replaced', line: 7, column: 128, endLine: 7, endColumn: 147, suggestions: undefined }],
    },
    {
      name: 'what the types of kerberos promise, and its code does not read',
      code: `
import { GSS_C_MUTUAL_FLAG, initializeClient } from 'kerberos'

export const start = () => initializeClient('HTTP@a.corp.example', { gssFlag: GSS_C_MUTUAL_FLAG })
`,
      errors: [{ messageId: 'misspelt', data: { name: 'gssFlag', instead: 'flags' }, line: 4, column: 70, endLine: 4, endColumn: 96, suggestions: undefined }],
    },
    {
      name: 'where a dispatcher that goes through a proxy reads TLS options',
      code: `
import { ProxyAgent } from 'undici'
import { ca } from './material.js'

export const proxied = new ProxyAgent({ uri: 'https://proxy.example', ca })
`,
      errors: [{ messageId: 'misspelt', data: { name: 'ca', instead: 'requestTls: { ca }' }, line: 5, column: 71, endLine: 5, endColumn: 73, suggestions: undefined }],
    },
    {
      name: 'a version of TLS beside the protocol that the library adds',
      code: `
import thrift from 'thrift'
import { handler, key, cert, Orders } from './orders.js'

export const connection = thrift.createSSLConnection('orders.internal', 9093, { minVersion: 'TLSv1.3' })
export const server = thrift.createServer(Orders, handler, { tls: { key, cert, maxVersion: 'TLSv1.3' } })
`,
      errors: [[5, 'minVersion', 81, 102], [6, 'maxVersion', 80, 101]].map(([line, name, column, endColumn], at) => ({
        messageId: 'clashes' as const, data: { name, against: 'secureProtocol', remedy: 'Give `secureOptions` besides, such as `secureOptions: 0`: then the library adds nothing' }, line: Number(line), column: Number(column), endLine: Number(line), endColumn: Number(endColumn),
        suggestions: [{ messageId: 'edit' as const, data: { says: 'Give `secureOptions: 0` besides' }, output: `
import thrift from 'thrift'
import { handler, key, cert, Orders } from './orders.js'

export const connection = thrift.createSSLConnection('orders.internal', 9093, { ${at === 0 ? 'secureOptions: 0, ' : ''}minVersion: 'TLSv1.3' })
export const server = thrift.createServer(Orders, handler, { tls: { ${at === 1 ? 'secureOptions: 0, ' : ''}key, cert, maxVersion: 'TLSv1.3' } })
` }],
      })),
    },
    {
      name: 'options of TLS that are meant for what is handed on',
      code: `
import thrift from 'thrift'
import { ca } from './material.js'

export const connection = thrift.createHttpConnection('orders.example.com', 443, { https: true, ca })
export const socket = thrift.createConnection('localhost', 9090, { ca })
`,
      errors: [
        {
          messageId: 'misspelt', data: { name: 'ca', instead: 'nodeOptions: { ca }' }, line: 5, column: 97, endLine: 5, endColumn: 99,
          suggestions: [{ messageId: 'edit', data: { says: 'Put it under `nodeOptions`' }, output: `
import thrift from 'thrift'
import { ca } from './material.js'

export const connection = thrift.createHttpConnection('orders.example.com', 443, { https: true, nodeOptions: { ca } })
export const socket = thrift.createConnection('localhost', 9090, { ca })
` }],
        },
        { messageId: 'misspelt', data: { name: 'ca', instead: 'createSSLConnection(host, port, options)' }, line: 6, column: 68, endLine: 6, endColumn: 70, suggestions: undefined },
      ],
    },
    {
      name: 'options that other code of the same library reads',
      code: `
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'
import { NativeConnection } from '@temporalio/worker'
import { credentials, headers } from './material.js'

export const connection = NativeConnection.connect({ address: 'localhost:7233', credentials })
export const traces = new OTLPTraceExporter({ headers })
`,
      errors: [
        { messageId: 'misspelt', data: { name: 'credentials', instead: 'tls: { serverRootCACertificate }' }, line: 6, column: 81, endLine: 6, endColumn: 92, suggestions: undefined },
        { messageId: 'misspelt', data: { name: 'headers', instead: 'metadata' }, line: 7, column: 47, endLine: 7, endColumn: 54, suggestions: undefined },
      ],
    },
  ],
  valid: [
    {
      name: 'timeouts of protobuf-ts that somebody reads',
      code: `
import { ChannelCredentials } from '@grpc/grpc-js'
import { GrpcTransport } from '@protobuf-ts/grpc-transport'
import { GrpcWebFetchTransport } from '@protobuf-ts/grpcweb-transport'

export const web = new GrpcWebFetchTransport({ baseUrl: 'https://users.example.com', timeout: 5000 })
export const grpc = new GrpcTransport({ host: 'users:443', channelCredentials: ChannelCredentials.createSsl(), timeout: 5000 })
`,
    },
    {
      name: 'options of a verifier that it is given',
      code: `
import { PassportStrategy } from '@nestjs/passport'
import { ExtractJwt, Strategy } from 'passport-jwt'
import { Strategy as LocalStrategy } from 'passport-local'

export class Accounts extends PassportStrategy(Strategy) {
  constructor() { super({ jwtFromRequest: ExtractJwt.fromHeader('x-token'), secretOrKey: process.env.KEY!, issuer: 'accounts', jsonWebTokenOptions: { clockTolerance: 5, ignoreNotBefore: false } }) }
}
export class Local extends PassportStrategy(LocalStrategy) {
  constructor() { super({ jsonWebTokenOptions: { issuer: 'accounts' } }) }
}
`,
    },
    {
      name: 'services with the options of their router, and with all that matter',
      code: `
import { createConnectRouter } from '@connectrpc/connect'
import { Orders } from './gen/orders.js'
import { more } from './more.js'

const place = () => ({})
export const router = createConnectRouter({ readMaxBytes: 65536, grpc: false })
  .service(Orders, { place })
  .service(Orders, { place }, undefined)
  .service(Orders, { place }, { grpc: false })
  .service(Orders, { place }, { readMaxBytes: 1024, ...more })
export const all = createConnectRouter({ readMaxBytes: 65536, grpc: more.grpc })
  .service(Orders, { place }, { readMaxBytes: 1024 })
`,
    },
    {
      name: 'interceptors of a call that hold those of its client, and a client without any',
      code: `
import { credentials, InterceptingCall } from '@grpc/grpc-js'
import { JobsClient, OrdersClient, log, rules } from './gen/orders.js'

const signed = (options, next) => new InterceptingCall(next(options)), shared = [signed]
const orders = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors: shared })
const open = new OrdersClient('orders.internal:443', credentials.createSsl(), { interceptors: rules })
const jobs = new JobsClient('jobs.internal:443', credentials.createSsl())
export function all(done: (error: Error | null) => void) {
  orders.getOrder({}, { deadline: Date.now() + 1000, interceptors: [...shared, log] }, done)
  orders.getOrder({}, { deadline: Date.now() + 1000, interceptors: [log, signed] }, done)
  orders.getOrder({}, { deadline: Date.now() + 1000, interceptors: [] }, done)
  open.getOrder({}, { deadline: Date.now() + 1000, interceptors: [log] }, done)
  jobs.open({}, { deadline: Date.now() + 1000, interceptors: [log] }, done)
}
`,
    },
    {
      name: 'options that are read',
      code: `
import * as grpc from '@grpc/grpc-js'
import { Agent } from 'undici'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(null, null, null, { rejectUnauthorized: true }), {
  'grpc.keepalive_time_ms': 30_000, 'grpc.ssl_target_name_override': 'orders', 'grpc-node.max_session_memory': 10, interceptors: [],
})
export const agent = new Agent({ connect: { ca: process.env.CA, minVersion: 'TLSv1.3' } })
`,
    },
    {
      name: 'a false limit, which is a finding about limits',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), { 'grpc.max_message_length': 1024 })
`,
    },
    {
      name: 'keys of the project in the same object',
      code: `
import * as grpc from '@grpc/grpc-js'

export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), { retries: 3, channelName: 'orders' })
`,
    },
    {
      name: 'an object that is made elsewhere, or by name',
      code: `
import * as grpc from '@grpc/grpc-js'
import { options } from './options.js'

const key = process.env.OPTION!
export const client = new grpc.Client('orders.internal:443', grpc.credentials.createSsl(), { ...options, [key]: 1 })
`,
    },
    {
      name: 'an agent for a client that reads one',
      code: `
import https from 'node:https'
import fetch from 'node-fetch'

const agent = new https.Agent({ ca: process.env.CA })
export const load = () => fetch('https://api.acme.example', { agent })
`,
    },
    {
      name: 'a time limit for remote calls, another option of local ones, and a binding that is made elsewhere',
      code: `
import koffi from 'koffi'

const rpcrt4 = koffi.load('rpcrt4.dll')
const compose = rpcrt4.func('int32 __stdcall RpcStringBindingComposeW(str16 uuid, str16 protseq, str16 address, str16 endpoint, str16 options, _Out_ str16 *text)')
const bindingFrom = rpcrt4.func('int32 __stdcall RpcBindingFromStringBindingW(str16 text, _Out_ void **binding)')
const setOption = rpcrt4.func('int32 __stdcall RpcBindingSetOption(void *binding, uint32 option, uintptr_t value)')

export function bind(host: string, other: unknown) {
  const text: [string | null] = [null]
  compose(null, 'ncacn_ip_tcp', host, null, null, text)
  const binding: [unknown] = [null]
  bindingFrom(text[0], binding)
  setOption(binding[0], 12, 5000)
  const here: [unknown] = [null]
  bindingFrom('ncalrpc:[agent,Security=Identification Dynamic True]', here)
  setOption(here[0], 9, 1)
  setOption(other, 12, 5000)
  return [binding[0], here[0]]
}
`,
    },
    {
      name: 'what the code of kerberos reads',
      code: `
import { GSS_C_MUTUAL_FLAG, initializeClient } from 'kerberos'

export const start = () => initializeClient('HTTP@a.corp.example', { flags: GSS_C_MUTUAL_FLAG, mechOID: 6 })
`,
    },
    {
      name: 'what undici fetches with',
      code: `
import { Agent, fetch, request } from 'undici'
import { ca } from './material.js'

const dispatcher = new Agent({ connect: { ca } })
export const orders = () => [fetch('https://a.example', { dispatcher }), request('https://a.example', { dispatcher })]
`,
    },
    {
      name: 'a version of TLS where the library adds nothing, or may add nothing',
      code: `
import thrift from 'thrift'
import { handler, tls, Orders, services } from './orders.js'

export const connection = thrift.createSSLConnection('orders.internal', 9093, { minVersion: 'TLSv1.3', secureOptions: 0 })
export const server = thrift.createServer(Orders, handler, { tls: { ...tls, minVersion: 'TLSv1.3' } })
export const web = thrift.createWebServer({ services, cors: {}, tls: { minVersion: 'TLSv1.3' } })
`,
    },
    {
      name: 'options that are not seen',
      code: `
import { createGrpcTransport } from '@connectrpc/connect-node'
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc'
import { NativeConnection } from '@temporalio/worker'
import { load, options } from './config.js'

export const connection = NativeConnection.connect(load().connection)
export const traces = new OTLPTraceExporter(options)
export const transport = createGrpcTransport(options)
`,
    },
  ],
})
