import { Anchor, Stack, Text } from '@mantine/core';
import { leadsTo } from '../address/link.tsx';
import { PageHead } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { useSession } from '../shell/session.ts';
import { number } from '../words/amount.ts';
import type { StockRow } from './stock-row.ts';
import { StockTag } from './stock-tag.tsx';

type MadeOf = NonNullable<StockRow['madeOf']>;

const columns: readonly Column<MadeOf['components'][number]>[] = [
  {
    label: 'Article',
    cell: ({ variantId, name }) =>
      name === undefined ? (
        'Not on sale any more'
      ) : (
        <Anchor size="sm" {...leadsTo(`/stock/${encodeURIComponent(variantId)}`)}>
          {name}
        </Anchor>
      ),
  },
  { label: 'Pieces in one', cell: ({ quantity }) => number(quantity), isNumeric: true },
];

/** A bundle: its stock is that of what it is made of, and is booked there. */
export function BundleStock({ variant, madeOf }: { variant: StockRow; madeOf: MadeOf }) {
  const { places } = useSession();
  const wholeAt = (id: string) => madeOf.whole.find(({ locationId }) => locationId === id)?.available ?? 0;
  return (
    <>
      <PageHead
        title={variant.name}
        back={{ to: '/stock', label: 'Stock' }}
        about={<StockTag of={variant} />}
      />
      <Text c="dimmed" mt={-12} mb="md">
        {variant.sku}
      </Text>
      <Stack gap="md">
        <Section title="Made of" flush>
          <Rows
            label="Made of"
            items={madeOf.components}
            columns={columns}
            keyOf={({ variantId }) => variantId}
          />
        </Section>
        <Section title="What can be put together" flush>
          <Rows
            label="What can be put together"
            items={places}
            columns={[
              { label: 'Place', cell: ({ name }) => name },
              { label: 'Pieces', cell: ({ id }) => number(wholeAt(id)), isNumeric: true },
            ]}
            keyOf={({ id }) => id}
          />
        </Section>
        <Text size="sm" c="dimmed">
          A bundle has no stock of its own. Receive, count and transfer what it is made of.
        </Text>
      </Stack>
    </>
  );
}
