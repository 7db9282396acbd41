import { Button, Group } from '@mantine/core';
import type { StaffProductRow } from '@vitrine/commerce-engine/client';
import { leadsTo } from '../address/link.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { useProductChoices } from '../goods/use-goods.ts';
import { ListPage } from '../look/list-page.tsx';
import { Picture } from '../look/picture.tsx';
import type { Column } from '../look/rows.tsx';
import { useMay } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import { when } from '../words/when.ts';
import { PublishedTag } from './published-tag.tsx';

const columns: readonly Column<StaffProductRow>[] = [
  {
    label: 'Product',
    cell: ({ name, picture }) => (
      <Group gap="sm" component="span" wrap="nowrap">
        <Picture of={picture} />
        {name}
      </Group>
    ),
  },
  { label: 'Handle', cell: ({ handle }) => handle, onPhone: 'nowhere' },
  { label: 'Brand', cell: ({ brand }) => brand, onPhone: 'bare' },
  { label: 'State', cell: (product) => <PublishedTag of={product} />, onPhone: 'end' },
  { label: 'Variants', cell: ({ variants }) => number(variants), isNumeric: true },
  { label: 'Changed', cell: ({ changedAt }) => when(changedAt) },
];

/** Everything that is sold, was or will be. */
export function ProductsPage() {
  const may = useMay();
  const filters = useFilters(['q', 'category', 'brand', 'published']);
  const pages = usePages<StaffProductRow>('/products', 'products', filters.values);
  const { brands, categories } = useProductChoices();
  return (
    <ListPage
      title="Products"
      actions={
        may('catalog.write') && (
          <Button component="a" {...leadsTo('/products/new')}>
            New product
          </Button>
        )
      }
      search="Name, handle or article number"
      choices={[
        {
          name: 'category',
          label: 'Category',
          options: categories.map(({ id, name, depth, products }) => ({
            value: id,
            label: `${'– '.repeat(depth)}${name} (${number(products)})`,
          })),
        },
        {
          name: 'brand',
          label: 'Brand',
          options: brands.map(({ brand, products }) => ({
            value: brand,
            label: `${brand} (${number(products)})`,
          })),
        },
        {
          name: 'published',
          label: 'State',
          options: [
            { value: '1', label: 'Published' },
            { value: '0', label: 'Hidden' },
          ],
        },
      ]}
      filters={filters}
      pages={pages}
      columns={columns}
      keyOf={({ id }) => id}
      to={({ id }) => `/products/${id}`}
      empty={{
        title: 'No products yet',
        text: 'Make one here, or bring all of them by an import: `npm run vitrine import`, or over the admin API.',
      }}
    />
  );
}
