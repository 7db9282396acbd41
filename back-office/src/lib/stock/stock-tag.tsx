import { Tag } from '../look/tag.tsx';
import { isToCome } from '../words/day.ts';
import type { StockRow } from './stock-row.ts';

/** How much is left over all places. */
export function StockTag({ of: stock }: { of: StockRow }) {
  const shipsFrom = stock.preorder?.shipsFrom ?? stock.madeOf?.shipsFrom;
  if (shipsFrom !== undefined && isToCome(shipsFrom)) return <Tag tone="new">Preorder</Tag>;
  const places = stock.madeOf?.whole ?? stock.levels;
  const left = places.reduce((sum, { available }) => sum + available, 0);
  // What it is made of may be on order.
  if (left === 0 && stock.madeOf) return <Tag tone="bad">None can be put together</Tag>;
  if (left === 0 && stock.backorder) return <Tag tone="new">On order</Tag>;
  if (left === 0) return <Tag tone="bad">Sold out</Tag>;
  if (left <= stock.lowStock && !stock.backorder) return <Tag tone="waits">Few left</Tag>;
  return <Tag tone="good">In stock</Tag>;
}
