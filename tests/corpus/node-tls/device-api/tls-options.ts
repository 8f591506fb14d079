import { readFileSync } from 'node:fs';
import type { SecureContextOptions } from 'node:tls';

const dir = process.env.TLS_DIR ?? '/run/tls';

export const material: SecureContextOptions = {
  key: readFileSync(`${dir}/tls.key`),
  cert: readFileSync(`${dir}/tls.crt`),
  ca: readFileSync(`${dir}/devices-ca.crt`),
};
