import type { Queryable } from '@vitrine/database';
import type { SentPieces } from '../fulfilment/fulfilment.views.ts';
import { piecesUnderWay } from './keep-return.ts';
import { readPolicy } from './return-policy.ts';
import { type Returnable, returnableOf } from './returnable.rules.ts';

export interface ReturnableLine extends Returnable {
  readonly lineId: string;
  /** Pieces that are out, not back and in no other return: what staff may take. */
  readonly open: number;
}

/** Lines of an order of which something is out, with what shoppers may announce of them now. */
export async function returnableLines(
  on: Queryable,
  order: {
    readonly id: string;
    readonly channel: string;
    readonly lines: readonly { readonly id: string; readonly fulfilled: number; readonly returned: number }[];
  },
  {
    sent,
    final,
    at,
  }: {
    readonly sent: readonly SentPieces[];
    /** Lines that are not taken back. */
    readonly final: ReadonlySet<string>;
    readonly at: Date;
  },
): Promise<readonly ReturnableLine[]> {
  const { days } = await readPolicy(on, order.channel);
  const underWay = await piecesUnderWay(on, order.id);
  return order.lines.flatMap(({ id, fulfilled, returned }) => {
    const open = fulfilled - returned - (underWay.get(id) ?? 0);
    if (open <= 0 || final.has(id)) return [];
    const own = sent.filter(({ lineId }) => lineId === id);
    return [{ lineId: id, open, ...returnableOf({ fulfilled, open }, own, { days, at }) }];
  });
}
