import { List, Text } from '@mantine/core';
import type { InsteadView, ReturnView } from '@vitrine/commerce-engine/client';
import { Section } from '../look/section.tsx';
import { usePromisedDay } from '../shell/use-promised-day.ts';
import { amount, number } from '../words/amount.ts';

const ends: Readonly<Record<NonNullable<InsteadView['why']>, string>> = {
  return: 'The return came to nothing: the goods can be sold again.',
  money: 'The money went back instead: the goods can be sold again.',
  missing: 'Nothing came back for them: they can be sold again.',
  expired: 'The rest was not paid in time: they can be sold again, and the money went back.',
  withdrawn: 'They were withdrawn: they can be sold again.',
  'sold-out': 'They were gone when the rest was paid: the money went back.',
};

/** What is wanted instead of what comes back, and how that stands; nothing when its money is. */
export function InsteadPart({ of: { instead }, channel }: { of: ReturnView; channel: string }) {
  const day = usePromisedDay(channel);
  if (!instead) return null;
  return (
    <Section title="Wanted instead">
      <List size="sm" listStyleType="none">
        {instead.lines.map(({ lineId, quantity, name, options, sku, isEven, cost }) => (
          <List.Item key={lineId}>
            {number(quantity)} × {[name, options].filter(Boolean).join(', ')} · {sku} ·{' '}
            {isEven ? `${amount(cost)}, as was paid` : `${amount(cost)}, as of the request`}
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed" mt="xs">
        {standing(instead, day)}
      </Text>
    </Section>
  );
}

function standing(
  { state, heldUntil, toPay, why, difference }: InsteadView,
  day: (iso: string) => string,
): string {
  switch (state) {
    case 'held':
      return `Kept for it until ${day(heldUntil)}. Refunding the return carries the exchange out. ${differenceWords(difference)}`.trim();
    case 'to-pay':
      return `The return pays a part; ${toPay ? amount(toPay) : 'the rest'} is awaited from the shopper, who was written to. Then the exchange is done by itself.`;
    case 'added':
      return 'Part of the order.';
    case 'over':
      return why ? ends[why] : 'Not kept any more.';
  }
}

function differenceWords(difference: InsteadView['difference']): string {
  if (!difference) return '';
  const { amount: more } = difference;
  if (more === 0) return 'Nothing is to pay.';
  const sum = amount({ ...difference, amount: Math.abs(more) });
  return more > 0 ? `${sum} will be to pay.` : `${sum} will go back.`;
}
