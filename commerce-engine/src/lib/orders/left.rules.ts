import { type DividedOrder, sharesOfLines } from './give-back.rules.ts';
import { backWith } from './refund-share.rules.ts';

/** What of an order can still be given back. Minor units. */
export interface Left {
  readonly whole: number;
  readonly lines: readonly {
    readonly lineId: string;
    readonly left: number;
    /** What comes off when its next piece is cancelled, its next two, and so on: as many as are open. */
    readonly open: readonly number[];
  }[];
  readonly deliveries: readonly { readonly deliveryId: string; readonly left: number }[];
}

/** What a line's charge still is, after cancellations, returns and allowances: ALLOW-1. */
export function leftOfLine(line: DividedOrder['lines'][number]): number {
  return line.gross - backWith(line, line.cancelled + line.returned);
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
  const lines = order.lines.map((line) => ({
    lineId: line.id,
    left: leftOfLine(line),
    open: Array.from({ length: line.quantity - line.fulfilled - line.cancelled }, (_, before) => {
      const [share] = sharesOfLines(order, [{ lineId: line.id, quantity: before + 1 }]);
      return share!.share.gross;
    }),
  }));
  const deliveries = order.deliveries.map((delivery) => ({
    deliveryId: delivery.id,
    left: leftOfDelivery(delivery),
  }));
  const whole = [...lines, ...deliveries].reduce((sum, { left }) => sum + left, 0);
  return { whole, lines, deliveries };
}
