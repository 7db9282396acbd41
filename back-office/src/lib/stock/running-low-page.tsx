import type { RunningLowView } from '@vitrine/commerce-engine/client';
import { useFilters } from '../asking/use-filters.ts';
import { useWholeList } from '../asking/use-whole-list.ts';
import { ListPage } from '../look/list-page.tsx';
import { Picture } from '../look/picture.tsx';
import type { Column } from '../look/rows.tsx';
import { Tag } from '../look/tag.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { usePlaceName } from './place-field.tsx';
import css from './stock.module.css';

interface LowRow extends RunningLowView {
  readonly sku: string;
  readonly name: string;
  readonly picture?: { readonly src: string };
}

/** Articles of which too few are left in a place that is watched. */
export function RunningLowPage() {
  const { places } = useSession();
  const nameOf = usePlaceName();
  const filters = useFilters(['location']);
  const pages = useWholeList<LowRow>('/running-low', 'levels', undefined, filters.values);
  const columns: readonly Column<LowRow>[] = [
    {
      label: 'Article',
      cell: ({ name, picture }) => (
        <span className={css.article}>
          <Picture of={picture} />
          {name}
        </span>
      ),
    },
    { label: 'Number', cell: ({ sku }) => sku, onPhone: 'bare' },
    { label: 'Place', cell: ({ locationId }) => nameOf(locationId), onPhone: 'bare' },
    {
      label: 'State',
      cell: ({ available }) =>
        available === 0 ? <Tag tone="bad">None left</Tag> : <Tag tone="waits">Runs low</Tag>,
      onPhone: 'end',
    },
    { label: 'Available', cell: ({ available }) => number(available), isNumeric: true },
    { label: 'Runs low at', cell: ({ lowAt }) => number(lowAt), isNumeric: true },
    { label: 'On hand', cell: ({ onHand }) => number(onHand), isNumeric: true },
  ];
  return (
    <ListPage
      title="Running low"
      back={{ to: '/stock', label: 'Stock' }}
      what="articles"
      choices={
        places.length > 1
          ? [
              {
                name: 'location',
                label: 'Place',
                options: places.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []
      }
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ variantId, locationId }) => `${variantId} ${locationId}`}
      to={({ variantId }) => `/stock/${encodeURIComponent(variantId)}`}
      empty={{
        title: 'Nothing runs low',
        text: 'An article is watched in a place once it has a level there: open it under Stock, then “Rules of selling”.',
      }}
    />
  );
}
