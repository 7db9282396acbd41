import { Button } from '@mantine/core';
import type { VariantStockView } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { ListPage } from '../look/list-page.tsx';
import { Picture } from '../look/picture.tsx';
import type { Column } from '../look/rows.tsx';
import { type Place, useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { partsText } from './parts-text.ts';
import { PreorderNote } from './preorder-note.tsx';
import css from './stock.module.css';
import type { StockRow } from './stock-row.ts';
import { StockTag } from './stock-tag.tsx';

/** What is where of everything on sale. */
export function StockPage() {
  const { places } = useSession();
  const filters = useFilters(['q', 'low', 'preorder', 'place']);
  const { place, ...asked } = filters.values;
  const pages = usePages<StockRow>('/stock', 'variants', asked);
  const shown = place === undefined ? places : places.filter(({ id }) => id === place);
  return (
    <ListPage
      title="Stock"
      actions={
        <>
          <Button variant="default" component="a" {...leadsTo('/stock/running-low')}>
            Running low
          </Button>
          <Button variant="default" component="a" {...leadsTo('/stock/counts')}>
            Counts
          </Button>
        </>
      }
      search="Name, article number or barcode"
      choices={[
        { name: 'low', label: 'Left', options: [{ value: 'yes', label: 'Low or sold out' }] },
        { name: 'preorder', label: 'Preorder', options: [{ value: 'yes', label: 'On preorder' }] },
        ...(places.length > 1
          ? [
              {
                name: 'place' as const,
                label: 'Place',
                options: places.map(({ id, name }) => ({ value: id, label: name })),
              },
            ]
          : []),
      ]}
      filters={filters}
      pages={pages}
      columns={columnsFor(shown)}
      keyOf={({ variantId }) => variantId}
      to={({ variantId }) => `/stock/${encodeURIComponent(variantId)}`}
      empty={{
        title: 'Nothing is on sale yet',
        text: 'Stock is kept of variants of products. Make a product first.',
      }}
    />
  );
}

function columnsFor(places: readonly Place[]): readonly Column<StockRow>[] {
  return [
    {
      label: 'Article',
      cell: ({ name, picture, preorder, madeOf }) => (
        <span className={css.article}>
          <Picture of={picture} />
          <span>
            {name}
            <PreorderNote of={preorder} />
            {madeOf && <span className={css.madeOf}>Made of {partsText(madeOf.components)}</span>}
          </span>
        </span>
      ),
    },
    { label: 'Number', cell: ({ sku }) => sku, onPhone: 'bare' },
    { label: 'State', cell: (row) => <StockTag of={row} />, onPhone: 'end' },
    ...places.map(
      ({ id, name }): Column<StockRow> => ({
        label: name,
        cell: ({ levels, madeOf }) =>
          madeOf ? (
            number(madeOf.whole.find(({ locationId }) => locationId === id)?.available ?? 0)
          ) : (
            <Level of={levels.find(({ locationId }) => locationId === id)} />
          ),
        isNumeric: true,
      }),
    ),
  ];
}

/** What can be promised there, and how many there are besides. */
function Level({ of: level }: { of: VariantStockView['levels'][number] | undefined }) {
  if (!level) return <span className={css.none}>–</span>;
  return (
    <>
      {number(level.available)}
      {level.onHand !== level.available && <span className={css.none}> of {number(level.onHand)}</span>}
    </>
  );
}
