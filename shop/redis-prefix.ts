import { createHash } from 'node:crypto';
import type { Settings } from './settings.ts';

/** What this shop's names on Redis begin with: its processes know the secret, and no other shop does. */
export function redisPrefix({ secret }: Pick<Settings, 'secret'>): string {
  return `vitrine:${createHash('sha256').update(secret).digest('hex').slice(0, 16)}`;
}
