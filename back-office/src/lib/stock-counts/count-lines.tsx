import { Button, NativeSelect, Text } from '@mantine/core';
import type { CountLineOutcome, StockCountView } from '@vitrine/commerce-engine/client';
import { Answer } from '../asking/answer.tsx';
import { api } from '../asking/ask.ts';
import { useCommand } from '../asking/use-command.ts';
import { useFilters } from '../asking/use-filters.ts';
import { usePages } from '../asking/use-pages.ts';
import { Change } from '../look/change.tsx';
import { More } from '../look/list-page.tsx';
import { Empty } from '../look/page-head.tsx';
import { Picture } from '../look/picture.tsx';
import { type Column, Rows } from '../look/rows.tsx';
import { Section } from '../look/section.tsx';
import { useMarket } from '../shell/session.ts';
import { amount, number } from '../words/amount.ts';
import type { CountLine } from './count-line.ts';
import css from './stock-counts.module.css';

/** The goods of a count, with what differs. What the books say is shown once something was counted, so that nobody copies it. */
export function CountLines({ count }: { count: StockCountView }) {
  const market = useMarket();
  const filters = useFilters(['show']);
  const pages = usePages<CountLine>(`/counts/${count.id}/lines`, 'lines', { ...market, ...filters.values });
  const clear = useCommand<{ variantId: string }, CountLineOutcome>({
    send: (body, options) => api.post(`/counts/${count.id}/line-removals`, body, options),
    tells: (answer) =>
      answer.kind === 'counted' ? { done: 'It is open again.' } : { refused: 'The count is closed by now.' },
  });
  const columns: readonly Column<CountLine>[] = [
    {
      label: 'Article',
      cell: ({ name, sku, picture }) => (
        <span className={css.article}>
          <Picture of={picture} />
          <span>
            {name}
            <Text span size="sm" c="dimmed" display="block">
              {sku}
            </Text>
          </span>
        </span>
      ),
    },
    { label: 'Counted', cell: ({ counted }) => (counted ? number(counted.pieces) : '–'), isNumeric: true },
    { label: 'In the books', cell: ({ counted }) => counted && number(counted.expected), isNumeric: true },
    {
      label: 'Difference',
      cell: ({ counted }) => counted && <Change of={counted.difference} />,
      isNumeric: true,
      onPhone: 'end',
    },
    { label: 'At selling prices', cell: ({ value }) => value && amount(value), isNumeric: true },
    ...(count.state === 'open'
      ? [
          {
            label: 'Take out',
            onPhone: 'bare' as const,
            cell: ({ counted, variantId, name }: CountLine) =>
              counted && (
                <Button
                  variant="default"
                  size="compact-sm"
                  aria-label={`Take out what was counted of ${name}`}
                  onClick={() => clear.send({ variantId })}
                >
                  Take out
                </Button>
              ),
          },
        ]
      : []),
  ];
  return (
    <Section
      title="Goods"
      flush
      actions={
        <NativeSelect
          aria-label="Which goods"
          size="xs"
          value={filters.values.show ?? ''}
          onChange={(event) => filters.set({ show: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: 'All' },
            { value: 'open', label: 'Not counted yet' },
            { value: 'counted', label: 'Counted' },
            { value: 'different', label: 'Different' },
          ]}
        />
      }
    >
      <Answer to={pages} of="its goods">
        {(items) =>
          items.length === 0 ? (
            <Empty title={filters.isAny ? 'None are like that' : 'Nothing is on the list yet'} isPart>
              What you enter above comes onto it.
            </Empty>
          ) : (
            <>
              <Rows label="Goods" items={items} columns={columns} keyOf={({ variantId }) => variantId} />
              <More pages={pages} shown={items.length} what="articles" />
            </>
          )
        }
      </Answer>
    </Section>
  );
}
