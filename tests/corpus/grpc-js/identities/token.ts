import { createHmac, timingSafeEqual } from 'node:crypto';

export interface User {
  id: string;
  roles: string[];
}

const secret = process.env.TOKEN_SECRET;
if (!secret) throw new Error('TOKEN_SECRET is not set');

export function userFrom(token: unknown): User | null {
  const [body = '', mac = ''] = String(token).split('.');
  const expected = createHmac('sha256', secret!).update(body).digest();
  const given = Buffer.from(mac, 'base64url');
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) return null;
  return JSON.parse(Buffer.from(body, 'base64url').toString()) as User;
}
