import type { StockRow } from './stock-row.ts';

/** `2 × Tide mug, Chalk and 1 × Cove bowl`. */
export function partsText(components: NonNullable<StockRow['madeOf']>['components']): string {
  const list = new Intl.ListFormat('en', { type: 'conjunction' });
  return list.format(
    components.map(
      ({ quantity, name = 'an article that is not on sale any more' }) => `${quantity} × ${name}`,
    ),
  );
}
