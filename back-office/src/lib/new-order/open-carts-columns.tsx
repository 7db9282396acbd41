import type { StaffCartSummaryView } from '@vitrine/commerce-engine/client';
import type { Column } from '../look/rows.tsx';
import { Tag } from '../look/tag.tsx';
import { amount, number } from '../words/amount.ts';
import { when } from '../words/when.ts';

export type OpenCart = StaffCartSummaryView & { readonly openedByName: string };

/** What became of it so far. */
function CartTag({ of: { state, sent } }: { of: OpenCart }) {
  if (state === 'expired') return <Tag tone="quiet">Expired</Tag>;
  if (!sent) return <Tag tone="waits">Not sent</Tag>;
  return sent.openedAt ? <Tag tone="good">Link opened</Tag> : <Tag tone="new">Link sent</Tag>;
}

const who: Column<OpenCart> = {
  label: 'For whom',
  cell: ({ name, email, customerId }) => name || email || (customerId ? 'A customer' : 'A guest'),
};
const others: readonly Column<OpenCart>[] = [
  { label: 'State', cell: (cart) => <CartTag of={cart} />, onPhone: 'bare' },
  {
    label: 'Link',
    cell: ({ sent }) => (sent ? `To ${sent.to}, ${when(sent.openedAt ?? sent.at)}` : ''),
    onPhone: 'bare',
  },
  { label: 'Opened by', cell: ({ openedByName }) => openedByName || 'Somebody who was here' },
  { label: 'Changed', cell: ({ changedAt }) => when(changedAt) },
  { label: 'Pieces', cell: ({ pieces }) => number(pieces), isNumeric: true },
  { label: 'Goods', cell: ({ total }) => (total ? amount(total) : ''), isNumeric: true, onPhone: 'end' },
];

export const openCartColumns: readonly Column<OpenCart>[] = [who, ...others];

/** Where it is said already whom they are for. */
export const openCartColumnsOfOne: readonly Column<OpenCart>[] = [
  { label: 'Opened', cell: ({ openedAt }) => when(openedAt) },
  ...others,
];
