import { readFileSync } from 'node:fs';
import { ServerCredentials, type ServerUnaryCall } from '@grpc/grpc-js';

const dir = process.env.TLS_DIR ?? '/run/tls';

export const mutualTls = () =>
  ServerCredentials.createSsl(
    readFileSync(`${dir}/ca.crt`),
    [{ private_key: readFileSync(`${dir}/tls.key`), cert_chain: readFileSync(`${dir}/tls.crt`) }],
    true,
  );

export function callerOf(call: Pick<ServerUnaryCall<unknown, unknown>, 'getAuthContext'>): string {
  const certificate = call.getAuthContext().sslPeerCertificate;
  if (!certificate) throw new Error('no client certificate');
  return certificate.fingerprint256;
}
