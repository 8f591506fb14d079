import * as https from 'node:https';
import type { RequestOptions } from 'node:https';

export interface ApplianceOptions {
  host: string;
  port?: number;
  selfSigned?: boolean;
  verify?: boolean;
}

export class Appliance {
  private readonly options: RequestOptions;

  constructor({ host, port = 8443, selfSigned = false, verify = true }: ApplianceOptions) {
    this.options = {
      host,
      port,
      timeout: 5_000,
      rejectUnauthorized: verify, // ? unknown: decided by the caller
      ...(selfSigned ? { rejectUnauthorized: false } : {}), // ✗ require-server-verification
    };
  }

  reboot(): Promise<number> {
    return this.send('POST', '/api/reboot');
  }

  status(): Promise<number> {
    return this.send('GET', '/api/status');
  }

  private send(method: string, path: string): Promise<number> {
    return new Promise((resolve, reject) => {
      const signal = AbortSignal.timeout(5_000);
      const request = https.request({ ...this.options, method, path, signal }, (response) => {
        response.resume();
        response.on('end', () => resolve(response.statusCode ?? 0));
      });
      request.on('error', reject);
      request.end();
    });
  }
}
