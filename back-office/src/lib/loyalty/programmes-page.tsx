import { Button } from '@mantine/core';
import type { Programme } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { localName } from '../words/local-name.ts';
import { ProgrammeTag } from './programme-tag.tsx';
import { earnWords, whereTheyHold, worthWords } from './programme-words.ts';

/** What regulars get for coming back. */
export function ProgrammesPage() {
  const { channels } = useSession();
  const filters = useFilters([]);
  const pages = useWholeList<Programme>('/loyalty/programmes', 'items');
  const held = whereTheyHold(pages.data ?? [], channels);
  const holdsOf = ({ id }: Programme) => held.get(id) ?? [];
  const columns: readonly Column<Programme>[] = [
    { label: 'Name', cell: ({ name }) => localName(name) },
    { label: 'Earned', cell: earnWords, onPhone: 'bare' },
    { label: 'Worth', cell: (each) => worthWords(each) || 'Pay nothing', onPhone: 'bare' },
    { label: 'Tiers', cell: ({ tiers }) => number(tiers.length), isNumeric: true },
    { label: 'Holds in', cell: (each) => holdsOf(each).join(', ') || '–' },
    {
      label: 'State',
      cell: (each) => <ProgrammeTag isActive={each.isActive} holds={holdsOf(each)} />,
      onPhone: 'end',
    },
  ];
  return (
    <ListPage
      title="Loyalty programmes"
      actions={
        <Button component="a" {...leadsTo('/loyalty/new')}>
          Make a programme
        </Button>
      }
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/loyalty/${encodeURIComponent(id)}`}
      empty={{
        title: 'No loyalty programmes yet',
        text: 'Make one: customers earn points with what they buy and pay with them later.',
      }}
    />
  );
}
