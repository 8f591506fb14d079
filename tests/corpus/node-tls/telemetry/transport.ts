import https from 'node:https';
import tls from 'node:tls';

export interface TransportOptions {
  host: string;
  port?: number;
  verify?: boolean;
  oldest?: 'TLSv1' | 'TLSv1.1' | 'TLSv1.2' | 'TLSv1.3';
}

export function open({ host, port = 6514, verify = true, oldest = 'TLSv1.2' }: TransportOptions): tls.TLSSocket {
  return tls.connect({ host, port, servername: host, rejectUnauthorized: verify, minVersion: oldest });
}

/** One agent for all requests of a service. */
export class Uplink {
  readonly #agent: https.Agent;

  constructor(verify: boolean) {
    this.#agent = new https.Agent({ keepAlive: true, rejectUnauthorized: verify });
  }

  get agent(): https.Agent {
    return this.#agent;
  }
}

export abstract class Collector {
  protected abstract options(): tls.ConnectionOptions;

  start(): tls.TLSSocket {
    return tls.connect(this.options());
  }
}

export function listen(port: number, key: Buffer, cert: Buffer, ca: Buffer, enforce: boolean): tls.Server {
  return tls.createServer({ key, cert, ca, requestCert: true, rejectUnauthorized: enforce }).listen(port);
}
