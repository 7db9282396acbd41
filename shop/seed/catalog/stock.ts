/** `one-store`: sold out online, a few left in one store. `backorder`: none left, may still be ordered. `coming`: not out yet. */
export type StockCase = 'plenty' | 'low' | 'sold-out' | 'one-store' | 'backorder' | 'coming';

export const locationIds = ['warehouse', 'store-harbour', 'store-oldtown', 'store-north'] as const;

/** Pieces by location for a case; `seed` spreads the counts so that they do not look made up. */
export function stockOf(kind: StockCase, seed: number): Record<(typeof locationIds)[number], number> {
  const some = (from: number, to: number, salt: number) =>
    from + ((seed * 7 + salt * 13 + ((seed * salt) % 11)) % (to - from + 1));
  if (kind === 'plenty') return counts(some(24, 90, 1), some(2, 14, 2), some(0, 9, 3), some(0, 7, 5));
  if (kind === 'low') return counts(some(1, 3, 1), some(0, 2, 2), 0, some(0, 1, 3));
  if (kind === 'one-store') return counts(0, 0, some(1, 3, 2), 0);
  return counts(0, 0, 0, 0);
}

function counts(warehouse: number, harbour: number, oldtown: number, north: number) {
  return { warehouse, 'store-harbour': harbour, 'store-oldtown': oldtown, 'store-north': north };
}
