import type { CachePolicy } from '@vitrine/data-actions';

/** Texts and pictures: every change drops their tags, so they may be kept long, and shown on when the source fails. */
export const catalogueCache: CachePolicy = {
  fresh: 5 * 60_000,
  stale: 60 * 60_000,
  rescue: 24 * 60 * 60_000,
  negative: 10_000,
};
