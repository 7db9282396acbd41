import { Box, NativeSelect } from '@mantine/core';
import type { StockMovementView } from '@vitrine/commerce-engine/client';
import { Link } from '../address/link.tsx';
import { Answer } from '../asking/answer.tsx';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { Change } from '../look/change.tsx';
import { More } from '../look/list-page.tsx';
import { Empty } from '../look/page-head.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { inWords } from '../words/state.ts';
import { when } from '../words/when.ts';
import { usePlaceName } from './place-field.tsx';

type Movement = StockMovementView & { readonly by?: string };

/** The ledger of a variant: what came and went, and why. */
export function Movements({ variantId }: { variantId: string }) {
  const path = `/stock/${encodeURIComponent(variantId)}/movements`;
  const filters = useFilters(['ledger']);
  const query = filters.values.ledger === undefined ? { kind: 'on-hand' } : {};
  const pages = usePages<Movement>(path, 'movements', query);
  const nameOf = usePlaceName();
  return (
    <Box mt="md">
      <Section
        title="Ledger"
        flush
        actions={
          <NativeSelect
            aria-label="What is shown of the ledger"
            size="xs"
            value={filters.values.ledger ?? ''}
            onChange={(event) => filters.set({ ledger: event.currentTarget.value })}
            data={[
              { value: '', label: 'What came and went' },
              { value: 'all', label: 'With what was promised' },
            ]}
          />
        }
      >
        <Answer to={pages} of="the ledger">
          {(items) =>
            items.length === 0 ? (
              <Empty title="Nothing came and nothing went yet" isPart />
            ) : (
              <>
                <Rows
                  label="Ledger"
                  items={items}
                  columns={columnsFor(nameOf, filters.values.ledger !== undefined)}
                  keyOf={({ id }) => id}
                />
                <More pages={pages} shown={items.length} what="movements" />
              </>
            )
          }
        </Answer>
      </Section>
    </Box>
  );
}

function columnsFor(nameOf: (id: string) => string, isWhole: boolean): readonly Column<Movement>[] {
  return [
    { label: 'When', cell: ({ at }) => when(at) },
    { label: 'Place', cell: ({ locationId }) => nameOf(locationId), onPhone: 'bare' },
    { label: 'Reason', cell: ({ reason }) => inWords(reason), onPhone: 'bare' },
    { label: 'Reference', cell: ({ reference }) => <Reference of={reference} />, onPhone: 'bare' },
    { label: 'By', cell: whoIs, onPhone: 'bare' },
    ...(isWhole
      ? [
          {
            label: 'Promised',
            cell: ({ reserved }: Movement) => <Change of={reserved} />,
            isNumeric: true,
          },
        ]
      : []),
    { label: 'On hand', cell: ({ onHand }) => <Change of={onHand} />, isNumeric: true, onPhone: 'end' },
  ];
}

/** Orders, returns and checkouts are named by ids that tell people nothing: what has a page is a link to it. */
function Reference({ of: reference = '' }: { of: string | undefined }) {
  const [kind = '', id] = reference.split(':');
  if (id === undefined || !/^[0-9a-f-]{36}$/.test(id)) return reference;
  if (kind === 'order') return <Link to={`/orders/${id}`}>An order</Link>;
  if (kind === 'return') return <Link to={`/returns/${id}`}>A return</Link>;
  return `a ${kind}`;
}

function whoIs({ actor, by }: Movement): string {
  if (by !== undefined) return by;
  const [kind = ''] = actor.split(':');
  if (kind === 'staff') return 'somebody who was here';
  if (kind === 'system') return 'the shop itself';
  return kind === 'guest' || kind === 'customer' ? 'a shopper' : kind;
}
