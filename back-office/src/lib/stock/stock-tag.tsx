import type { VariantStockView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';
import { isToCome } from '../words/day.ts';

/** How much is left over all places. */
export function StockTag({ of: stock }: { of: VariantStockView }) {
  if (stock.preorder && isToCome(stock.preorder.shipsFrom)) return <Tag tone="new">Preorder</Tag>;
  const left = stock.levels.reduce((sum, { available }) => sum + available, 0);
  if (left === 0 && stock.backorder) return <Tag tone="new">On order</Tag>;
  if (left === 0) return <Tag tone="bad">Sold out</Tag>;
  if (left <= stock.lowStock && !stock.backorder) return <Tag tone="waits">Few left</Tag>;
  return <Tag tone="good">In stock</Tag>;
}
