import type { CachePolicy } from '@vitrine/data-actions';

/** A change of class drops its tags; numbers left may be half a minute old, the cart checks again. */
export const stockCache: CachePolicy = { fresh: 30_000, stale: 2 * 60_000, negative: 5000 };
