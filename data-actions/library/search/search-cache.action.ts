import type { CachePolicy } from '@vitrine/data-actions';

export const searchCache: CachePolicy = { fresh: 60_000, stale: 10 * 60_000, rescue: 60 * 60_000 };
