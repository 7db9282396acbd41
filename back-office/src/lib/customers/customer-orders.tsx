import type { OrderSummaryView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { usePages } from '../asking/use-pages.ts';
import { More } from '../look/list-page.tsx';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { GoodsTag, MoneyTag } from '../orders/order-tags.tsx';
import { TotalNow } from '../orders/total-now.tsx';
import { when } from '../words/when.ts';

const columns: readonly Column<OrderSummaryView>[] = [
  { label: 'Number', cell: (order) => order.number },
  { label: 'Placed', cell: ({ placedAt }) => when(placedAt), onPhone: 'bare' },
  { label: 'Goods', cell: (order) => <GoodsTag of={order} />, onPhone: 'bare' },
  { label: 'Money', cell: (order) => <MoneyTag of={order} />, onPhone: 'bare' },
  { label: 'Total', cell: (order) => <TotalNow of={order} />, isNumeric: true, onPhone: 'end' },
];

/** What a customer bought, the newest first. */
export function CustomerOrders({ customerId }: { customerId: string }) {
  const pages = usePages<OrderSummaryView>('/orders', 'orders', { customerId, limit: '20' });
  return (
    <Section title="Orders" flush>
      <Answer to={pages} of="their orders">
        {(items) =>
          items.length === 0 ? (
            <Empty title="No orders yet" isPart />
          ) : (
            <>
              <Rows
                label="Orders"
                items={items}
                columns={columns}
                keyOf={({ id }) => id}
                to={({ id }) => `/orders/${id}`}
              />
              <More pages={pages} shown={items.length} what="orders" />
            </>
          )
        }
      </Answer>
    </Section>
  );
}
