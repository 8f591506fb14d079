import { createHmac, timingSafeEqual } from 'node:crypto';

export interface Claims {
  sub: string;
}

export async function verify(token: string): Promise<Claims> {
  const [body = '', mac = ''] = token.split('.');
  const expected = createHmac('sha256', process.env.TOKEN_KEY!).update(body).digest();
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) throw new Error('bad token');
  return JSON.parse(Buffer.from(body, 'base64url').toString('utf8')) as Claims;
}
