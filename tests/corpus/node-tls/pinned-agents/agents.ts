import { Agent, request } from 'https';
import * as tls from 'tls';
import { logIdentity, pinnedIdentity } from './identity';

const FINGERPRINT = process.env.PEER_FINGERPRINT;

export const payments = new Agent({ keepAlive: true, checkServerIdentity: pinnedIdentity }); // ✓ the name and the pin
export const mirrors = new Agent({ keepAlive: true, checkServerIdentity: logIdentity }); // ✗ require-server-verification

export const anyName = new Agent({
  keepAlive: true,
  checkServerIdentity: () => undefined, // ✗ require-server-verification
});

export const oneCertificate = new Agent({
  checkServerIdentity: (_host, certificate) => // ✓ this very certificate
    certificate.fingerprint256 === FINGERPRINT ? undefined : new Error('unexpected certificate'),
});

export const ownName = new Agent({
  checkServerIdentity: (_host, certificate) => tls.checkServerIdentity(String(certificate.subject.CN), certificate), // ✗ no-self-asserted-principal
});

export const fixedName = new Agent({
  checkServerIdentity: (_host, certificate) => tls.checkServerIdentity('mirror.example.org', certificate), // ✓
});

export function head(url: string, agent: Agent, done: (status?: number) => void): void {
  const options = { method: 'HEAD', agent, signal: AbortSignal.timeout(3_000) };
  request(url, options, (response) => done(response.statusCode))
    .on('error', () => done())
    .end();
}
