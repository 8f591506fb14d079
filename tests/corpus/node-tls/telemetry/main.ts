import { readFileSync } from 'node:fs';
import { Collector, listen, open, Uplink } from './transport';

export const metrics = open({ host: 'metrics.acme.example', verify: false }); // ✗ require-server-verification
export const traces = open({ host: 'traces.acme.example', oldest: 'TLSv1' }); // ✗ no-weak-provider
export const logs = open({ host: 'logs.acme.example', port: 6515 }); // ✓

export const unverified = new Uplink(false); // ✗ require-server-verification
export const verified = new Uplink(true); // ✓

export class EdgeCollector extends Collector {
  protected options() {
    return { host: 'edge.acme.example', port: 6514, rejectUnauthorized: false }; // ✗ require-server-verification
  }
}

export class CoreCollector extends Collector { // ✓
  protected options() {
    return { host: 'core.acme.example', port: 6514 };
  }
}

const key = readFileSync('/etc/ssl/telemetry.key');
const cert = readFileSync('/etc/ssl/telemetry.crt');
const ca = readFileSync('/etc/ssl/devices-ca.crt');
listen(6514, key, cert, ca, false); // ✗ no-optional-authentication
listen(6515, key, cert, ca, true); // ✓
