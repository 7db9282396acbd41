import { Button } from '@mantine/core';
import type { StockCountView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { Change } from '../look/change.tsx';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useSession } from '../shell/session.ts';
import { usePlaceName } from '../stock/place-field.tsx';
import { number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { CountTag } from './count-tag.tsx';
import { StartCount } from './start-count.tsx';

/** Counts of stock, the newest first. */
export function CountsPage() {
  const { places } = useSession();
  const nameOf = usePlaceName();
  const [isOpen, setOpen] = useState(false);
  const filters = useFilters(['state', 'location']);
  const pages = usePages<StockCountView>('/counts', 'counts', filters.values);
  const columns: readonly Column<StockCountView>[] = [
    { label: 'Number', cell: (count) => number(count.number) },
    { label: 'Place', cell: ({ locationId }) => nameOf(locationId), onPhone: 'bare' },
    { label: 'What', cell: ({ note }) => note ?? '', onPhone: 'bare' },
    { label: 'Begun', cell: ({ startedAt }) => when(startedAt), onPhone: 'bare' },
    { label: 'State', cell: (count) => <CountTag of={count} />, onPhone: 'end' },
    {
      label: 'Counted',
      cell: ({ counted, lines }) => `${number(counted)} of ${number(lines)}`,
      isNumeric: true,
    },
    { label: 'Differences', cell: ({ different }) => number(different), isNumeric: true },
    { label: 'Pieces', cell: ({ difference }) => <Change of={difference} />, isNumeric: true },
  ];
  return (
    <>
      <ListPage
        title="Counts"
        back={{ to: '/stock', label: 'Stock' }}
        actions={<Button onClick={() => setOpen(true)}>Begin to count</Button>}
        choices={[
          {
            name: 'state',
            label: 'State',
            options: [
              { value: 'open', label: 'Is counted' },
              { value: 'approved', label: 'Booked' },
              { value: 'cancelled', label: 'Given up' },
            ],
          },
          ...(places.length > 1
            ? [
                {
                  name: 'location' as const,
                  label: 'Place',
                  options: places.map(({ id, name }) => ({ value: id, label: name })),
                },
              ]
            : []),
        ]}
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        to={({ id }) => `/stock/counts/${id}`}
        empty={{
          title: 'Nothing was counted yet',
          text: 'Begin to count a place: selling goes on meanwhile, and differences are booked when you say so.',
        }}
      />
      {isOpen && <StartCount isOpen onClose={() => setOpen(false)} />}
    </>
  );
}
