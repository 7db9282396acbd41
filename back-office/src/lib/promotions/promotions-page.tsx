import { Button } from '@mantine/core';
import type { PromotionView } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay } from '../shell/session.ts';
import { when } from '../words/when.ts';
import { kinds } from './effect-kinds.ts';
import { PromotionTag } from './promotion-tag.tsx';
import { nameOf, stateOf } from './promotion-words.ts';
import { useEffectWords } from './use-effect-words.ts';

const states = [
  { value: 'holds', label: 'Holds' },
  { value: 'planned', label: 'Planned' },
  { value: 'over', label: 'Over' },
  { value: 'off', label: 'Not published' },
];

/** What takes something off prices. */
export function PromotionsPage() {
  const may = useMay();
  const filters = useFilters(['q', 'state', 'kind']);
  const { q = '', state, kind } = filters.values;
  const pages = useWholeList<PromotionView>(
    '/promotions',
    'promotions',
    (promotion) =>
      `${promotion.id} ${Object.values(promotion.name).join(' ')}`.toLowerCase().includes(q.toLowerCase()) &&
      (state === undefined || stateOf(promotion) === state) &&
      (kind === undefined || promotion.effect.kind === kind),
  );
  const words = useEffectWords(pages.data ?? []);
  const columns: readonly Column<PromotionView>[] = [
    { label: 'Name', cell: nameOf },
    { label: 'Gives', cell: words, onPhone: 'bare' },
    { label: 'State', cell: (promotion) => <PromotionTag of={promotion} />, onPhone: 'end' },
    { label: 'When', cell: whenWords },
    { label: 'Code', cell: ({ coupon }) => (coupon ? 'Needed' : 'None') },
    { label: 'Priority', cell: ({ priority }) => priority, isNumeric: true },
  ];
  return (
    <ListPage
      title="Promotions"
      actions={
        may('promotions.write') && (
          <Button component="a" {...leadsTo('/promotions/new')}>
            Make a promotion
          </Button>
        )
      }
      search="Name"
      choices={[
        { name: 'state', label: 'State', options: states },
        { name: 'kind', label: 'Kind', options: kinds.map(({ kind: value, label }) => ({ value, label })) },
      ]}
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/promotions/${encodeURIComponent(id)}`}
      empty={{
        title: 'No promotions yet',
        text: 'Make one: ten percent off, three for two, a gift from 50 € on.',
      }}
    />
  );
}

function whenWords({ from, to }: PromotionView): string {
  if (from === undefined && to === undefined) return 'Always';
  if (to === undefined) return `From ${when(from!)}`;
  return from === undefined ? `Until ${when(to)}` : `${when(from)} – ${when(to)}`;
}
