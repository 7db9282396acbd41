import { Group } from '@mantine/core';
import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';

type Stated = Pick<OrderSummaryView, 'state' | 'fulfilment' | 'paid' | 'refunded' | 'total'>;

/** How far an order is: its goods and its money. */
export function OrderTags({ of: order }: { of: Stated }) {
  return (
    <Group gap={6} component="span" wrap="nowrap">
      <GoodsTag of={order} />
      <MoneyTag of={order} />
    </Group>
  );
}

export function GoodsTag({ of: { state, fulfilment } }: { of: Pick<Stated, 'state' | 'fulfilment'> }) {
  if (state === 'cancelled') return <Tag tone="quiet">Cancelled</Tag>;
  if (fulfilment === 'done') return <Tag tone="good">Fulfilled</Tag>;
  if (fulfilment === 'partly') return <Tag tone="waits">Partly fulfilled</Tag>;
  return <Tag tone="waits">To fulfil</Tag>;
}

export function MoneyTag({ of: { state, paid, refunded, total } }: { of: Omit<Stated, 'fulfilment'> }) {
  if (refunded.amount > 0)
    return <Tag tone="quiet">{refunded.amount === paid.amount ? 'Refunded' : 'Partly refunded'}</Tag>;
  if (total.amount === paid.amount) return <Tag tone="good">Paid</Tag>;
  if (paid.amount > 0) return <Tag tone="new">Partly paid</Tag>;
  return state === 'cancelled' ? <Tag tone="quiet">Nothing due</Tag> : <Tag tone="new">Not taken yet</Tag>;
}
