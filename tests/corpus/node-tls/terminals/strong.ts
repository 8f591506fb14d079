import type { SecureContextOptions } from 'node:tls';

export const strong: SecureContextOptions = {
  minVersion: 'TLSv1.2',
  ciphers: ['ECDHE-ECDSA-AES256-GCM-SHA384', 'ECDHE-RSA-AES256-GCM-SHA384', '!aNULL', '!RC4', '!3DES'].join(':'), // ✓ the weak ones are struck out
  honorCipherOrder: true,
};
