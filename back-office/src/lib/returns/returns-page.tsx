import { Button } from '@mantine/core';
import type { ReturnView } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { when } from '../words/when.ts';
import { moneyBack } from './money-back.ts';
import { reasonInWords } from './return-reasons.ts';
import { ReturnTag } from './return-tag.tsx';

const states = [
  { value: 'requested', label: 'To decide on' },
  { value: 'approved', label: 'On their way back' },
  { value: 'received', label: 'To refund' },
  { value: 'refunded', label: 'Refunded or exchanged' },
  { value: 'rejected', label: 'Rejected' },
  { value: 'cancelled', label: 'Given up' },
];

const columns: readonly Column<ReturnView>[] = [
  { label: 'Number', cell: ({ number }) => number },
  { label: 'Registered', cell: ({ requestedAt }) => when(requestedAt), onPhone: 'bare' },
  { label: 'State', cell: (each) => <ReturnTag of={each} />, onPhone: 'bare' },
  {
    label: 'Reason',
    cell: ({ lines }) => [...new Set(lines.map(({ reason }) => reasonInWords(reason)))].join(', '),
    onPhone: 'bare',
  },
  {
    label: 'Pieces',
    cell: ({ lines }) => pieces(lines.reduce((sum, { quantity }) => sum + quantity, 0)),
    onPhone: 'bare',
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

/** What comes back, the newest first. */
export function ReturnsPage() {
  const filters = useFilters(['q', 'state']);
  const pages = usePages<ReturnView>('/returns', 'returns', filters.values);
  return (
    <ListPage
      title="Returns"
      actions={
        <Button component="a" variant="default" {...leadsTo('/returns/policy')}>
          Return policy
        </Button>
      }
      search="Number of a return or its order"
      choices={[{ name: 'state', label: 'State', options: states }]}
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/returns/${id}`}
      empty={{
        title: 'No returns yet',
        text: 'They come here when a shopper announces one, or when you register one on the page of its order.',
      }}
    />
  );
}
