import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import type { Tone } from '../look/tag.tsx';

/** How far an order's money is, in words: what was taken beside what is owed now, not what was once ordered. */
export function moneyState({
  state,
  paid,
  refunded,
  total,
  owed,
}: Pick<OrderSummaryView, 'state' | 'paid' | 'refunded' | 'total' | 'owed'>): readonly [Tone, string] {
  if (refunded.amount > 0) return ['quiet', refunded.amount === paid.amount ? 'Refunded' : 'Partly refunded'];
  if (paid.amount > 0) return paid.amount >= owed.amount ? ['good', 'Paid'] : ['new', 'Partly paid'];
  if (total.amount === 0) return ['good', 'Paid'];
  return owed.amount === 0 || state === 'cancelled' ? ['quiet', 'Nothing due'] : ['new', 'Not taken yet'];
}
