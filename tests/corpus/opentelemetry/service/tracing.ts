import { credentials, Metadata } from '@grpc/grpc-js';
import { OTLPLogExporter } from '@opentelemetry/exporter-logs-otlp-grpc';
import { OTLPMetricExporter } from '@opentelemetry/exporter-metrics-otlp-grpc';
import { OTLPTraceExporter } from '@opentelemetry/exporter-trace-otlp-grpc';
import { collector } from './collector';

export const beside = new OTLPTraceExporter(); // ✓ the collector of this machine
export const named = new OTLPMetricExporter({ url: 'http://localhost:4317' }); // ✓
export const told = new OTLPLogExporter({ url: process.env.COLLECTOR_URL }); // ✓ whoever sets it says
export const bare = new OTLPTraceExporter({ url: 'collector.example.com:4317' }); // ✓ TLS, without a scheme

export const traces = new OTLPTraceExporter({ url: 'http://collector.example.com:4317' }); // ✗ require-encryption
export const metrics = new OTLPMetricExporter({ url: 'https://collector.example.com:4317' }); // ✓
export const logs = new OTLPLogExporter({ url: collector.url }); // ✗ require-encryption

// the address says one thing, and the credentials decide
export const contradicted = new OTLPTraceExporter({ url: 'https://collector.example.com:4317', credentials: credentials.createInsecure() }); // ✗ require-encryption
export const strengthened = new OTLPTraceExporter({ url: 'http://collector.example.com:4317', credentials: credentials.createSsl() }); // ✓
export const given = new OTLPTraceExporter({ url: 'collector.example.com:4317', credentials: credentials.createInsecure() }); // ✗ require-encryption
export const unverified = new OTLPTraceExporter({
  url: 'https://collector.example.com:4317',
  credentials: credentials.createSsl(null, null, null, { rejectUnauthorized: false }), // ✗ require-server-verification
});

const headers = { 'api-key': process.env.API_KEY! };
export const unread = new OTLPTraceExporter({ url: 'https://collector.example.com:4317', headers } as object); // ✗ no-ignored-security-option

const blank = new Metadata();
export const labelled = new OTLPTraceExporter({ url: 'http://localhost:4317', metadata: blank }); // ✓
