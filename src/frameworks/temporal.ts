import { always, arg, framework, of, receiver, unlimited, type CallRow, type ChannelRow, type EditWords, type Given } from './describe.js'
import { receiveLimit, unread } from './grpc-js.js'

const options = arg(0), [tls, apiKey, credentials, channelArgs] = ['tls', 'apiKey', 'credentials', 'channelArgs'].map(name => options.option(name)) as [typeof options, typeof options, typeof options, typeof options]
const whether = (ref: typeof options): [present: Given, absent: Given] => [{ ref, present: true }, { ref, present: false }]
const [withTls] = whether(tls), [withKey, withoutKey] = whether(apiKey), [withCredentials] = whether(credentials)
/** What TLS is made of. */
const material = ['serverNameOverride', 'serverRootCACertificate', 'clientCertPair']
const end: ChannelRow = {
  address: options.option('address').otherwise('localhost:7233'), secrets: [options, options.option('metadata')], override: tls.option('serverNameOverride'),
  key: tls.option('clientCertPair').option('key').fileRead(), certificate: tls.option('clientCertPair').option('crt').fileRead(),
  ignores: [{ in: options, misplaced: Object.fromEntries(material.map(name => [name, `tls: { ${name} }`])), moves: { into: 'tls', names: material } }], remedy: { encrypt: 'tls', swap: 'pair' },
}
/** A key turns TLS on, unless it is turned off by name. */
const keyed: ChannelRow = { ...end, if: withKey, level: tls.unless(false).scale({ true: 'privacy', false: 'none' }) }
const told: ChannelRow = { ...end, if: [withoutKey, withTls], level: tls.present().scale({ true: 'privacy', false: 'none' }) }
const plain: ChannelRow = { ...end, if: withoutKey, level: always('none') }
/** Connections of the client are those of @grpc/grpc-js. */
const onGrpc = (row: ChannelRow): ChannelRow => ({ ...row, ignores: [...row.ignores!, unread(channelArgs)] })
/** Those of a worker are made by other code, which takes no credentials. */
const native = (row: ChannelRow): ChannelRow => ({ ...row, ignores: [...row.ignores!, { what: credentials, name: 'credentials', instead: 'tls: { serverRootCACertificate }' }] })
const says = 'Use `tls: true`'
const secured: EditWords[] = [{ replace: tls, with: 'true', says }, { insert: options, option: 'tls: true', says }]

const connections = ['Connection.connect()', 'Connection.lazy()'], ofWorker = ['NativeConnection.connect()', 'NativeConnection.create()']
const each = <T>(patterns: readonly string[], row: T): Record<string, T> => Object.fromEntries(patterns.map(pattern => [pattern, row]))

/** Temporal: connections of clients and of workers. */
export const temporal = framework({
  module: ['@temporalio/client', '@temporalio/worker'], tested: '1.24', docs: 'https://docs.temporal.io/develop/typescript/client/temporal-client',
  channels: {
    ...each(connections, [keyed, told, { ...plain, if: [withoutKey, withCredentials], credentials }, plain].map(onGrpc)),
    ...each(ofWorker, [keyed, told, plain].map(native)),
  },
  limits: each(connections, receiveLimit(channelArgs)),
  remedies: {
    tls: 'Give it `tls: true`, or `tls` with the CA of the server', pair: 'Give the private key as `key` and the certificate as `crt`', limit: 'Give `grpc.max_receive_message_length` a number of bytes; the default is 4 MiB',
  },
  edits: {
    tls: secured, limit: { remove: channelArgs.option('"grpc.max_receive_message_length"'), says: 'Remove it: the default is 4 MiB' },
    pair: { swap: [tls.option('clientCertPair').option('key'), tls.option('clientCertPair').option('crt')], says: 'Swap them' },
  },
})

/** Calls of the server, which nothing gives up but a deadline around them. */
const limits = ['Connection', 'Client', 'Workflow'].flatMap(name => ['withDeadline', 'withAbortSignal'].map(way => `${name}.${way}()`))
const waiting: CallRow = { through: of('Client').option('connection').or(of('WorkflowClient').option('connection')), deadline: always(unlimited), inside: true }
/** Named as many other calls are. */
export const temporalCalls = framework({
  module: ['@temporalio/client', '@temporalio/worker'], aside: true, tested: '1.24', docs: 'https://typescript.temporal.io/api/classes/client.Connection#withdeadline',
  things: {
    Client: { is: ['new Client()'], type: ['Client'] }, Workflow: { is: ['new WorkflowClient()', 'Client.workflow'], type: ['WorkflowClient'] },
    Handle: { is: ['Workflow.start()', 'Workflow.getHandle()'], type: ['WorkflowHandle'] },
    Connection: { is: [...connections, ...ofWorker], type: ['Connection', 'NativeConnection'] },
  },
  calls: {
    // what runs inside such a call has its deadline, wherever it is written
    ...each([...['start', 'execute', 'signalWithStart'].map(name => `Workflow.${name}()`), 'Handle.result()'], [...limits.map((also): CallRow => ({ through: waiting.through!, if: { ref: receiver, also }, inside: true })), waiting]),
    ...each(['Connection', 'Client', 'Workflow'].map(name => `${name}.withDeadline()`), { through: receiver, deadline: arg(0), unit: 'until' as const }),
  },
  remedies: { deadline: 'Make it in what `connection.withDeadline(Date.now() + 5000, …)` is given', unit: 'Add it to `Date.now()`: it is a point in time in milliseconds' },
  edits: { unit: { replace: arg(0), with: 'Date.now() + $&', says: 'Add it to `Date.now()`' } },
})
