import { Text } from '@mantine/core';
import type { OrderView, ReturnView } from '@vitrine/commerce-engine/client';
import css from '../goods/goods-lines.module.css';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { amount } from '../words/amount.ts';
import { pieces } from '../words/state.ts';
import { reasonInWords } from './return-reasons.ts';

/** What comes back, and in which state it came. */
export function ReturnLines({
  found,
  order,
  title = 'Goods',
}: {
  found: ReturnView;
  order: OrderView;
  title?: string;
}) {
  return (
    <Section title={title} flush>
      <ul className={css.lines}>
        {found.lines.map((line) => {
          const bought = order.lines.find(({ id }) => id === line.lineId);
          return (
            <li key={line.lineId}>
              <Picture of={bought?.media} />
              <div className={css.what}>
                <Text fw={600}>{bought?.name ?? 'An article that is not known any more'}</Text>
                <Text size="sm" c="dimmed">
                  {[bought?.options, bought?.sku].filter(Boolean).join(' · ')}
                </Text>
                <Text size="sm">
                  {pieces(line.quantity)} · {reasonInWords(line.reason)}
                </Text>
                <Text size="sm" c="dimmed">
                  {[
                    line.resellable > 0 && `${pieces(line.resellable)} can be sold again`,
                    line.damaged > 0 && `${pieces(line.damaged)} damaged`,
                    line.missing > 0 && `${pieces(line.missing)} missing`,
                  ]
                    .filter(Boolean)
                    .join(', ')}
                </Text>
              </div>
              {line.credit.amount > 0 && <Text className={css.sum}>{amount(line.credit)}</Text>}
            </li>
          );
        })}
      </ul>
    </Section>
  );
}
