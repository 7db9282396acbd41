import type { ReturnView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { moneyBack } from '../returns/money-back.ts';
import { ReturnTag } from '../returns/return-tag.tsx';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { when } from '../words/when.ts';

const columns: readonly Column<ReturnView>[] = [
  { label: 'Number', cell: ({ number }) => number },
  { label: 'Registered', cell: ({ requestedAt }) => when(requestedAt), onPhone: 'bare' },
  { label: 'State', cell: (each) => <ReturnTag of={each} />, onPhone: 'bare' },
  {
    label: 'Pieces',
    cell: ({ lines }) => pieces(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    onPhone: 'bare',
  },
  {
    label: 'Exchanged for',
    cell: ({ exchangedFor }) =>
      exchangedFor && <Link to={`/orders/${exchangedFor.orderId}`}>{exchangedFor.number}</Link>,
  },
  {
    label: 'Refunded',
    cell: (each) => {
      const back = moneyBack(each);
      return back ? amount(back) : '';
    },
    isNumeric: true,
    onPhone: 'end',
  },
];

/** What of an order comes back or came. */
export function OrderReturns({ returns }: { returns: readonly ReturnView[] }) {
  if (returns.length === 0) return null;
  const hasExchange = returns.some(({ exchangedFor }) => exchangedFor !== undefined);
  return (
    <Section title="Returns" flush>
      <Rows
        label="Returns"
        items={returns}
        columns={columns.filter(({ label }) => label !== 'Exchanged for' || hasExchange)}
        keyOf={({ id }) => id}
        to={({ id }) => `/returns/${id}`}
      />
    </Section>
  );
}
