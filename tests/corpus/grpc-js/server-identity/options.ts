import * as tls from 'node:tls';
import type { VerifyOptions } from '@grpc/grpc-js';

const PIN = process.env.SERVER_FINGERPRINT;

export const pinned: VerifyOptions = {
  checkServerIdentity: (host, certificate) => // ✓ the name, and the pin
    tls.checkServerIdentity(host, certificate) ??
    (certificate.fingerprint256 === PIN ? undefined : new Error('certificate is not the pinned one')),
};
