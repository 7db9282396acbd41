import type { HandDiscount, HandPrice } from '../cart/by-hand.rules.ts';
import type { OrderDraft } from './order-draft.ts';
import type { NewTimelineEntry } from './orders.views.ts';

/** What an order's timeline tells of what staff gave for it. Pure. */
export function givenEntries({ lines, byHand }: OrderDraft): NewTimelineEntry[] {
  const entry = (given: HandPrice | HandDiscount, name?: string): NewTimelineEntry => ({
    kind: 'given-by-hand',
    actor: given.by,
    detail: {
      ...(name !== undefined && { name }),
      ...('price' in given ? { price: given.price.amount } : given.discount),
      because: given.reason,
      ...(given.text !== undefined && { note: given.text }),
    },
  });
  return [
    ...Object.values(lines).flatMap(({ name, byHand: given }) =>
      [given?.price, given?.discount].filter((each) => each !== undefined).map((each) => entry(each, name)),
    ),
    ...(byHand ? [entry(byHand)] : []),
  ];
}
