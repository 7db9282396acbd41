import { Text } from '@mantine/core';
import type { OrderLineView, OrderView } from '@vitrine/commerce-engine/client';
import { Picture } from '../look/picture.tsx';
import { Section } from '../look/section.tsx';
import { amount, number } from '../words/amount.ts';
import { day } from '../words/day.ts';
import { Contents } from './contents.tsx';
import { GiftCardRecipient } from './gift-card-recipient.tsx';
import { OrderSums } from './order-sums.tsx';
import css from './orders.module.css';

/** What was bought and what it comes to. */
export function OrderLines({ order }: { order: OrderView }) {
  return (
    <Section title="Goods" flush>
      <ul className={css.lines}>
        {order.lines.map((line) => (
          <Line key={line.id} order={order} line={line} />
        ))}
      </ul>
      <OrderSums order={order} />
    </Section>
  );
}

function Line({ order, line }: { order: OrderView; line: OrderLineView }) {
  const { name, options, sku, quantity, unitPrice, unitRegular, discount, total, shipsFrom } = line;
  return (
    <li className={css.line}>
      <Picture of={line.media} />
      <div className={css.what}>
        <Text fw={600}>{name}</Text>
        <Text size="sm" c="dimmed">
          {[options, sku].filter(Boolean).join(' · ')}
        </Text>
        <Contents of={line} pieces={quantity} />
        <Text size="sm">
          {number(quantity)} × {amount(unitPrice)}
          {unitRegular.amount > unitPrice.amount && (
            <Text span size="sm" c="dimmed">
              {' '}
              instead of {amount(unitRegular)}
            </Text>
          )}
          {discount.amount > 0 && (
            <Text span size="sm" c="dimmed">
              {', '}less {amount(discount)}
            </Text>
          )}
        </Text>
        {shipsFrom !== undefined && line.fulfilled + line.cancelled < quantity && (
          <Text size="sm">Preorder, ships from {day(shipsFrom)}</Text>
        )}
        <GiftCardRecipient order={order} line={line} />
        <Progress line={line} />
      </div>
      <Text className={css.sum}>{amount(total)}</Text>
    </li>
  );
}

/** What became of the pieces of a line. */
function Progress({
  line: { quantity, fulfilled, cancelled, returned, allowance },
}: {
  line: OrderLineView;
}) {
  const open = quantity - fulfilled - cancelled;
  const ofAll = (count: number) => `${number(count)} of ${number(quantity)}`;
  const parts = [
    fulfilled > 0 && `${ofAll(fulfilled)} fulfilled`,
    open > 0 && open < quantity && `${ofAll(open)} open`,
    cancelled > 0 && `${ofAll(cancelled)} cancelled`,
    returned > 0 && `${ofAll(returned)} returned`,
    allowance.amount > 0 && `${amount(allowance)} taken off`,
  ].filter(Boolean);
  if (parts.length === 0) return null;
  return (
    <Text size="sm" c="dimmed">
      {parts.join(', ')}
    </Text>
  );
}
