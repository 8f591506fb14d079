import { createHash } from 'node:crypto';
import { checkServerIdentity, type PeerCertificate } from 'node:tls';

const PINS = new Set((process.env.API_PINS ?? '').split(',').filter(Boolean));

export function pinnedIdentity(host: string, certificate: PeerCertificate): Error | undefined {
  const wrong = checkServerIdentity(host, certificate);
  if (wrong) return wrong;
  const pin = createHash('sha256').update(certificate.pubkey ?? '').digest('base64');
  return PINS.has(pin) ? undefined : new Error(`key of ${host} is not pinned`);
}

export function logIdentity(host: string, certificate: PeerCertificate): undefined {
  console.debug('%s presents %s', host, certificate.fingerprint256);
}
