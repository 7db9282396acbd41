import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useSession } from '../shell/session.ts';
import { amount, number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { GoodsTag, MoneyTag } from './order-tags.tsx';

const states = [
  { value: 'open', label: 'To fulfil' },
  { value: 'done', label: 'Fulfilled' },
  { value: 'cancelled', label: 'Cancelled' },
];

const columns: readonly Column<OrderSummaryView>[] = [
  { label: 'Number', cell: (order) => order.number },
  { label: 'Placed', cell: ({ placedAt }) => when(placedAt), onPhone: 'bare' },
  { label: 'Customer', cell: ({ name, email }) => name || email, onPhone: 'bare' },
  { label: 'Goods', cell: (order) => <GoodsTag of={order} />, onPhone: 'bare' },
  { label: 'Money', cell: (order) => <MoneyTag of={order} />, onPhone: 'bare' },
  { label: 'Pieces', cell: (order) => number(order.pieces), isNumeric: true },
  { label: 'Total', cell: ({ total }) => amount(total), isNumeric: true, onPhone: 'end' },
];

/** What was bought, the newest first. */
export function OrdersPage() {
  const { channels } = useSession();
  const filters = useFilters(['q', 'state', 'channel']);
  const pages = usePages<OrderSummaryView>('/orders', 'orders', filters.values);
  return (
    <ListPage
      title="Orders"
      search="Number, e-mail or name"
      choices={[
        { name: 'state', label: 'Goods', options: states },
        ...(channels.length > 1
          ? [
              {
                name: 'channel' as const,
                label: 'Channel',
                options: channels.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/orders/${id}`}
      empty={{ title: 'No orders yet', text: 'They come here as soon as somebody has bought something.' }}
    />
  );
}
