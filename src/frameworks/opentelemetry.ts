import { arg, framework, type ChannelRow } from './describe.js'

const options = arg(0), url = options.option('url')
/** Without a scheme it is TLS, unless the environment says otherwise; credentials that are given win over any. */
const exporter: ChannelRow = {
  address: url.otherwise('localhost:4317'), level: url.scheme({ 'http:': 'none', 'https:': 'privacy' }), credentials: options.option('credentials'), secrets: options.option('metadata'),
  ignores: [{ what: options.option('headers'), name: 'headers', instead: 'metadata' }], remedy: { encrypt: 'scheme' },
}

/** OpenTelemetry: exporters over gRPC. Those over HTTP have the same names, in other packages. */
export const openTelemetry = framework({
  module: ['trace', 'metrics', 'logs'].map(signal => `@opentelemetry/exporter-${signal}-otlp-grpc`), tested: '0.223', docs: 'https://github.com/open-telemetry/opentelemetry-js/tree/main/experimental/packages/exporter-trace-otlp-grpc#readme',
  channels: Object.fromEntries(['Trace', 'Metric', 'Log'].map(signal => [`new OTLP${signal}Exporter()`, exporter])),
  remedies: { scheme: 'Use an `https:` address', overruled: 'Leave `credentials` out: the address says `https:`' },
  edits: { scheme: { begin: url, with: { 'http:': 'https:' }, says: 'Use an `https:` address' }, overruled: { remove: options.option('credentials'), says: 'Remove `credentials`' } },
})
