import { Button } from '@mantine/core';
import type { PriceListView } from '@vitrine/commerce-engine/client';
import { useState } from 'react';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay, useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { SavePriceList } from './save-price-list.tsx';

/** Lists of prices, with whom and what they are for. */
export function PriceListsPage() {
  const may = useMay();
  const { channels } = useSession();
  const [open, setOpen] = useState<PriceListView | 'new'>();
  const filters = useFilters(['q']);
  const words = (filters.values.q ?? '').toLowerCase();
  const pages = useWholeList<PriceListView>('/price-lists', 'lists', ({ id, name }) =>
    `${id} ${name}`.toLowerCase().includes(words),
  );
  const columns: readonly Column<PriceListView>[] = [
    { label: 'Name', cell: ({ name }) => name },
    { label: 'For', cell: ({ customerGroup }) => customerGroup ?? 'Everyone', onPhone: 'bare' },
    {
      label: 'Channel',
      cell: ({ channel }) =>
        channel === undefined ? 'All' : (channels.find(({ id }) => id === channel)?.name ?? channel),
    },
    { label: 'Holds', cell: whenWords },
    { label: 'Currency', cell: ({ currency }) => currency, onPhone: 'end' },
    { label: 'Priority', cell: ({ priority }) => priority, isNumeric: true },
    { label: 'Variants', cell: ({ variants }) => number(variants), isNumeric: true },
    ...(may('pricing.write')
      ? [
          {
            label: 'Change',
            onPhone: 'bare' as const,
            cell: (list: PriceListView) => (
              <Button
                size="compact-sm"
                variant="default"
                onClick={() => setOpen(list)}
                aria-label={`Change ${list.name}`}
              >
                Change
              </Button>
            ),
          },
        ]
      : []),
  ];
  return (
    <>
      <ListPage
        title="Price lists"
        actions={may('pricing.write') && <Button onClick={() => setOpen('new')}>Make a list</Button>}
        search="Name"
        filters={filters}
        pages={pages}
        columns={columns}
        keyOf={({ id }) => id}
        empty={{
          title: 'No price lists yet',
          text: 'The first price of a product makes the list for everyone.',
        }}
      />
      {open !== undefined && (
        <SavePriceList
          key={open === 'new' ? 'new' : open.id}
          list={open === 'new' ? undefined : open}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function whenWords({ validFrom, validTo }: PriceListView): string {
  if (validFrom === undefined && validTo === undefined) return 'Always';
  if (validTo === undefined) return `From ${when(validFrom!)}`;
  return validFrom === undefined ? `Until ${when(validTo)}` : `${when(validFrom)} – ${when(validTo)}`;
}
