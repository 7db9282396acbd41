import { type DividedOrder, sharesOfDeliveries, sharesOfLines } from './give-back.rules.ts';
import { backWith, type MoneyShare, sumShares } from './refund-share.rules.ts';

/** What of an order can still be given back. Minor units. */
export interface Left {
  readonly whole: number;
  readonly lines: readonly {
    readonly lineId: string;
    readonly left: number;
    /** What is left on gift cards that were made of it. Absent = none was. */
    readonly onCards?: number;
    /** What comes off when its next piece is cancelled, its next two, and so on: as many as are open. */
    readonly open: readonly number[];
    /** What of its delivery's charge falls on as many. */
    readonly charges: readonly number[];
  }[];
  readonly deliveries: readonly { readonly deliveryId: string; readonly left: number }[];
}

/** What a line's charge still is, after cancellations, returns and allowances, and what was spent of its gift cards: ALLOW-1, GIFT-20. */
export function leftOfLine(line: DividedOrder['lines'][number]): number {
  const left = line.gross - backWith(line, line.cancelled + line.returned);
  return Math.min(left, line.onCards ?? left);
}

/** The same of a delivery. */
export function leftOfDelivery({ gross, givenBack }: DividedOrder['deliveries'][number]): number {
  return gross - givenBack;
}

/** What is left of an order, part by part: SPEC rule ALLOW-5. */
export function leftOf(
  order: Pick<DividedOrder, 'deliveries'> & {
    readonly lines: readonly (DividedOrder['lines'][number] & { readonly fulfilled: number })[];
  },
): Left {
  const untouched = { ...order, deliveries: order.deliveries.map((each) => ({ ...each, givenBack: 0 })) };
  const lines = order.lines.map((line) => {
    const before = line.cancelled + line.returned;
    const open = Array.from({ length: line.quantity - line.fulfilled - line.cancelled }, (_, at) => ({
      lineId: line.id,
      quantity: at + 1,
      before,
    }));
    return {
      lineId: line.id,
      left: leftOfLine(line),
      ...(line.onCards !== undefined && { onCards: line.onCards }),
      open: open.map((pieces) => grossOf(sharesOfLines(order, [pieces]))),
      charges: open.map((pieces) => grossOf(sharesOfDeliveries(untouched, [pieces], 'proportional'))),
    };
  });
  const deliveries = order.deliveries.map((delivery) => ({
    deliveryId: delivery.id,
    left: leftOfDelivery(delivery),
  }));
  // Nobody's card is emptied for a late parcel.
  const goods = lines.filter(({ onCards }) => onCards === undefined);
  const whole = [...goods, ...deliveries].reduce((sum, { left }) => sum + left, 0);
  return { whole, lines, deliveries };
}

function grossOf(parts: readonly { readonly share: MoneyShare }[]): number {
  return sumShares(parts.map(({ share }) => share)).gross;
}
