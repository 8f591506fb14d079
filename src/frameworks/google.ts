import { always, arg, framework, value, type ChannelRow, type Framework, type Given } from './describe.js'
import { grpcJs } from './grpc-js.js'

const options = arg(0), given = (name: string) => options.option(name)
const services = ['pubsub', 'spanner', 'firestore', 'datastore', 'bigtable', 'bigquery-storage', 'tasks', 'scheduler', 'kms', 'secret-manager', 'logging', 'monitoring', 'aiplatform', 'discoveryengine', 'documentai', 'vision', 'speech', 'text-to-speech', 'translate', 'language', 'dialogflow', 'dlp', 'run', 'container']
const hosts = ['servicePath', 'host', 'apiEndpoint'].map(given)
const address = given('servicePath').or(given('host')).or(given('apiEndpoint').otherwise('googleapis.com'))

/** A client of any service: credentials of gRPC take the place of all that it would bring, TLS and who it is. */
const own: Given = { ref: value, own: true }
const client: ChannelRow[] = [
  { if: [own, { ref: given('sslCreds'), present: true }, ...hosts.map((ref): Given => ({ ref: ref.unless(null), is: true }))], address, level: always('privacy'), credentials: given('sslCreds'), overrides: true, remedy: { encrypt: 'own' } },
  // whom the program is told of when it runs, and speaks to in clear, is an emulator
  { if: [own, { ref: given('sslCreds'), present: true }], address: always('localhost'), level: always('privacy'), credentials: given('sslCreds'), overrides: true },
  { if: [own, { ref: given('fallback').present(), is: true }], address, level: given('protocol').scale({ http: 'none', https: 'privacy' }), remedy: { encrypt: 'protocol' } },
]
/** What does not end like an address of Google is taken for an emulator, whatever its scheme says. */
const endpoint = given('apiEndpoint'), emulator = given('emulatorMode'), official = String.raw`^(?:https?://)?[^:/]*\.googleapis\.com/*(?::|$)`
const pubSub: ChannelRow[] = [
  { if: [{ ref: emulator, is: true }, { ref: endpoint, present: true }], address: endpoint, level: emulator.scale({ true: 'none' }), remedy: { encrypt: 'emulated' } },
  // a text that is known in part may end otherwise
  { if: [{ ref: endpoint.unless(null), is: true }, { ref: emulator, present: false }, { ref: given('universeDomain'), present: false }, { ref: endpoint.matches(official), is: false }], address: endpoint, level: endpoint.matches(official).scale({ false: 'none' }), remedy: { encrypt: 'emulator' } },
]
const { edits, remedies, credentials } = grpcJs as Required<Framework>
const ofGrpc = ['channel', 'verify', 'names', 'floor', 'ciphers', 'swap']

/** Clients of Google Cloud over gRPC. */
export const google = framework({
  module: ['google-gax', ...services.map(name => `@google-cloud/${name}`)], tested: '5.0 (gax), 5.3 (pubsub)', docs: 'https://github.com/googleapis/google-cloud-node-core/blob/main/gax/client-libraries.md',
  // what it hands on of @grpc/grpc-js
  credentials: Object.fromEntries(Object.entries(credentials).filter(([name]) => /^(?:c|ChannelC)redentials\./.test(name)).map(([name, row]) => [`grpc.${name}`, row])),
  channels: { 'new PubSub()': pubSub, 'new *()': client },
  remedies: {
    own: 'Leave `sslCreds` out: it takes the place of TLS, and of the credentials of the account', protocol: 'Leave `protocol` out: in clear, the token of the account can be read, too',
    emulator: 'Give it `emulatorMode: false`: an address that is none of Google’s is taken for an emulator', emulated: 'Leave `emulatorMode` out, or give it the address of an emulator on this machine',
    ...Object.fromEntries(ofGrpc.map(key => [key, remedies[key]!])),
  },
  edits: {
    own: { remove: given('sslCreds'), says: 'Remove `sslCreds`' }, protocol: { remove: given('protocol'), says: 'Remove `protocol`' },
    emulator: { insert: options, option: 'emulatorMode: false', says: 'Use `emulatorMode: false`' }, emulated: { replace: emulator, with: 'false', says: 'Use `emulatorMode: false`' },
    ...Object.fromEntries(ofGrpc.map(key => [key, edits[key]!])),
  },
})

/** What the clients are told by their environment: an emulator is spoken to in clear. */
export const googleProcess = framework({
  module: 'globals', tested: '5.0 (gax), 5.3 (pubsub)', docs: 'https://cloud.google.com/pubsub/docs/emulator',
  channels: Object.fromEntries(['PUBSUB', 'SPANNER', 'FIRESTORE', 'DATASTORE', 'BIGTABLE'].map(name => [`process.env.${name}_EMULATOR_HOST =`, { if: { ref: value.unless(null), is: true }, address: value, level: always('none'), remedy: { encrypt: 'variable' } }])),
  remedies: { variable: 'Set it in tests, and to this machine' },
})
