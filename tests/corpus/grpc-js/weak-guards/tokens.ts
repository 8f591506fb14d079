import { createHmac, timingSafeEqual } from 'node:crypto';

const secret = process.env.TOKEN_SECRET;
if (!secret) throw new Error('TOKEN_SECRET is not set');

/** Throws unless the token is one of ours. */
export function verifyToken(token: unknown): string {
  const [subject = '', mac = ''] = String(token).split('.');
  const expected = createHmac('sha256', secret!).update(subject).digest();
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    throw new Error('bad token');
  }
  return subject;
}

export function isToken(token: unknown): boolean {
  try {
    verifyToken(token);
    return true;
  } catch {
    return false;
  }
}
