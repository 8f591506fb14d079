import { createHmac, timingSafeEqual } from 'node:crypto';

/** The user whom a token names, if the token is one of ours. */
export async function verify(header: string | undefined): Promise<string | undefined> {
  const [user, mac] = header?.replace(/^Bearer /, '').split('.') ?? [];
  if (!user || !mac) return undefined;
  const ours = createHmac('sha256', process.env.TOKEN_KEY!).update(user).digest(), theirs = Buffer.from(mac, 'base64url');
  return ours.length === theirs.length && timingSafeEqual(ours, theirs) ? user : undefined;
}
