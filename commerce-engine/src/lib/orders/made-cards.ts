import type { Queryable, Transaction } from '@vitrine/database';
import type { DividedOrder } from './give-back.rules.ts';

/** Gift cards that were made of lines of orders: whoever has their codes has the money. */
export interface MadeCards {
  /** What is left on the cards of each line, in minor units; lines of which none was made are missing. Held when that is asked for. */
  left(
    on: Queryable,
    orderId: string,
    options?: { readonly hold: boolean },
  ): Promise<ReadonlyMap<string, number>>;
  /** Takes money off the cards of a line, which are held and have as much. */
  takeOff(
    tx: Transaction,
    off: { readonly lineId: string; readonly amount: number; readonly at: Date },
  ): Promise<void>;
}

/** An order whose lines know what is left on their cards. */
export function withCards<Order extends Pick<DividedOrder, 'lines'>>(
  order: Order,
  left: ReadonlyMap<string, number>,
): Order {
  return {
    ...order,
    lines: order.lines.map((line) => {
      const onCards = left.get(line.id);
      return onCards === undefined ? line : { ...line, onCards };
    }),
  };
}
