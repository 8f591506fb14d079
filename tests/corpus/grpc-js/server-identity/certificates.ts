import { credentials, type ChannelCredentials, type VerifyOptions } from '@grpc/grpc-js';

type Check = NonNullable<VerifyOptions['checkServerIdentity']>;

export class Channels {
  constructor(
    private readonly ca: Buffer,
    private readonly fingerprint: string,
  ) {}

  lenient(): ChannelCredentials {
    return credentials.createSsl(this.ca, null, null, {
      checkServerIdentity: (host, certificate) => { // ✗ require-server-verification
        console.log('connected to %s, issued by %s', host, certificate.issuer.CN);
        return undefined;
      },
    });
  }

  exact(): ChannelCredentials {
    return credentials.createSsl(this.ca, null, null, { checkServerIdentity: this.isPinned });
  }

  private readonly isPinned: Check = (_host, certificate) => { // ✓ this very certificate, by whatever name
    if (certificate.fingerprint256 !== this.fingerprint) return new Error('unexpected certificate');
    return undefined;
  };
}
