import { Button } from '@mantine/core';
import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { Days, dayBegins } from '../look/days.tsx';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { GoodsTag, MoneyTag } from './order-tags.tsx';
import { TotalNow } from './total-now.tsx';

const states = [
  { value: 'open', label: 'To fulfil' },
  { value: 'partly', label: 'Partly fulfilled' },
  { value: 'done', label: 'Fulfilled' },
  { value: 'cancelled', label: 'Cancelled' },
];

const payments = [
  { value: 'due', label: 'Not all taken' },
  { value: 'paid', label: 'Paid' },
  { value: 'refunded', label: 'Refunded' },
];

const columns: readonly Column<OrderSummaryView>[] = [
  { label: 'Number', cell: (order) => order.number },
  { label: 'Placed', cell: ({ placedAt }) => when(placedAt), onPhone: 'bare' },
  { label: 'Customer', cell: ({ name, email }) => name || email, onPhone: 'bare' },
  { label: 'Goods', cell: (order) => <GoodsTag of={order} />, onPhone: 'bare' },
  { label: 'Money', cell: (order) => <MoneyTag of={order} />, onPhone: 'bare' },
  { label: 'Pieces', cell: (order) => number(order.pieces), isNumeric: true },
  { label: 'Total', cell: (order) => <TotalNow of={order} />, isNumeric: true, onPhone: 'end' },
];

/** What was bought, the newest first. */
export function OrdersPage() {
  const { channels, places } = useSession();
  const may = useMay();
  const filters = useFilters(['q', 'state', 'payment', 'channel', 'store', 'from', 'to']);
  const { from, to, ...asked } = filters.values;
  const pages = usePages<OrderSummaryView>('/orders', 'orders', {
    ...asked,
    placedFrom: from && dayBegins(from),
    placedBefore: to && dayBegins(to, 1),
  });
  const stores = places.filter(({ kind }) => kind === 'store');
  return (
    <ListPage
      title="Orders"
      actions={
        may('orders.write') && (
          <>
            <Button component="a" variant="default" {...leadsTo('/orders/open-carts')}>
              Open carts
            </Button>
            <Button component="a" {...leadsTo('/orders/new')}>
              New order
            </Button>
          </>
        )
      }
      search="Number, e-mail or name"
      choices={[
        { name: 'state', label: 'Goods', options: states },
        { name: 'payment', label: 'Money', options: payments },
        ...(channels.length > 1
          ? [{ name: 'channel' as const, label: 'Channel', options: named(channels) }]
          : []),
        ...(stores.length > 0
          ? [{ name: 'store' as const, label: 'Picked up', options: named(stores) }]
          : []),
      ]}
      narrowing={<Days filters={filters} />}
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/orders/${id}`}
      empty={{ title: 'No orders yet', text: 'They come here as soon as somebody has bought something.' }}
    />
  );
}

function named(all: readonly { readonly id: string; readonly name: string }[]) {
  return all.map(({ id, name }) => ({ value: id, label: name }));
}
