import type { AddGoodsOutcome, ReceivedBy } from '@vitrine/commerce-engine/client';

type Refusal = Exclude<AddGoodsOutcome, { kind: 'added' | 'waiting' | 'price-changed' }>;

/** How money came that is here already. */
export const receivedByWords: Readonly<Record<ReceivedBy, string>> = {
  'bank-transfer': 'Bank transfer',
  cash: 'Cash',
  'card-terminal': 'Card, in the store',
};

/** Why goods cannot come to an order. */
export function additionRefusal(refusal: Refusal): string {
  switch (refusal.kind) {
    case 'no-order':
      return 'There is no such order any more.';
    case 'not-now':
      return refusal.state === 'cancelled'
        ? 'The order is cancelled. Place another one.'
        : 'Everything of the order has left. Place another one.';
    case 'not-sold':
      return refusal.variantIds.length === 1
        ? 'One of the articles is not sold in the order’s channel.'
        : 'Some of the articles are not sold in the order’s channel.';
    case 'bad-quantity':
      return quantityRefusal(refusal);
    case 'no-way':
      return 'These articles cannot go the way the order goes. Take one out, or place another order.';
    case 'not-enough':
      return refusal.short
        .map(({ name, free }) =>
          free > 0
            ? `Only ${free} of ${name || 'one of the articles'} are there.`
            : `${name || 'One of the articles'} is not there any more.`,
        )
        .join(' ');
  }
}

function quantityRefusal({ name, min, multiple, max }: Extract<Refusal, { kind: 'bad-quantity' }>): string {
  const rules = [
    ...(multiple === undefined ? [] : [`${multiple} together`]),
    ...(min === undefined ? [] : [`at least ${min}`]),
    `at most ${max}`,
  ];
  return `${name || 'One of the articles'} is ordered ${rules.join(', ')}.`;
}
