import { Group } from '@mantine/core';
import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { Tag } from '../look/tag.tsx';
import { moneyState } from './money-state.ts';

type Stated = Pick<OrderSummaryView, 'state' | 'fulfilment' | 'paid' | 'refunded' | 'total' | 'owed'>;

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

export function MoneyTag({ of: order }: { of: Omit<Stated, 'fulfilment'> }) {
  const [tone, words] = moneyState(order);
  return <Tag tone={tone}>{words}</Tag>;
}
