import { createHash, timingSafeEqual } from 'node:crypto';
import type { Metadata } from '@grpc/grpc-js';

const digest = (text: string) => createHash('sha256').update(text).digest();

export function hasApiKey(metadata: Metadata): boolean {
  const expected = process.env.ORDERS_API_KEY;
  const [given] = metadata.get('x-api-key');
  if (!expected || typeof given !== 'string') return false;
  return timingSafeEqual(digest(given), digest(expected));
}
