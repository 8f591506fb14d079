import { credentials, Metadata } from '@grpc/grpc-js';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-grpc';
import { OTLPMetricExporter as OverHttp } from '@opentelemetry/exporter-metrics-otlp-http';

function keyed(name: string, key: string) {
  const metadata = new Metadata();
  metadata.set(name, key);
  return metadata;
}

const honeycomb = new Metadata();
honeycomb.set('x-honeycomb-team', process.env.HONEYCOMB_KEY!);

export const inClear = new OTLPTraceExporter({ url: 'http://api.honeycomb.example:4317', metadata: honeycomb }); // ✗ no-credentials-in-clear
export const overruled = new OTLPTraceExporter({ url: 'https://api.honeycomb.example', metadata: honeycomb, credentials: credentials.createInsecure() }); // ✗ no-credentials-in-clear
export const secured = new OTLPTraceExporter({ url: 'https://api.honeycomb.example', metadata: honeycomb }); // ✓
export const metrics = new OTLPMetricExporter({ url: 'http://otlp.example.com:4317', metadata: keyed('api-key', process.env.API_KEY!) }); // ✗ no-credentials-in-clear
export const proxied = new OTLPMetricExporter({ url: 'http://127.0.0.1:4317', metadata: keyed('api-key', process.env.API_KEY!) }); // ✓

/** Of the same name, and no gRPC. */
export const overHttp = new OverHttp({ url: 'collector.example.com:4318' }); // ✓
