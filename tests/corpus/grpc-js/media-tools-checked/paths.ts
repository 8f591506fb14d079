import path from 'node:path';

export const ROOT = '/srv/media';

export function inside(name: string): string | undefined {
  const full = path.resolve(ROOT, name);
  return full.startsWith(ROOT + path.sep) ? full : undefined;
}

export function escapeRegExp(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
