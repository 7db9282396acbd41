import type { CachePolicy } from '@vitrine/data-actions';

/** A price is shown as long as it is true and one refresh longer; it is never dug out again. */
export const priceCache: CachePolicy = { fresh: 60_000, stale: 5 * 60_000, negative: 5000 };
