import path from 'node:path';

export interface TlsFiles {
  ca: string;
  cert: string;
  key: string;
}

export interface ServiceConfig {
  env: string;
  host: string;
  port: number;
  tls?: TlsFiles;
}

const { ORDERS_HOST = '0.0.0.0', ORDERS_PORT = '50051', TLS_DIR, NODE_ENV = 'development' } = process.env;

function tlsFiles(dir: string): TlsFiles {
  return {
    ca: path.join(dir, 'ca.crt'),
    cert: path.join(dir, 'tls.crt'),
    key: path.join(dir, 'tls.key'),
  };
}

export const config: ServiceConfig = {
  env: NODE_ENV,
  host: ORDERS_HOST,
  port: Number(ORDERS_PORT),
  tls: TLS_DIR ? tlsFiles(TLS_DIR) : undefined,
};
