import { newId, type Queryable, type Transaction } from '@vitrine/database';
import type { MadeCards } from '../../orders/made-cards.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';

/** What is refunded of gift cards comes off them: SPEC rule GIFT-20. */
export const madeCards: MadeCards = {
  async left(on, orderId, { hold } = { hold: false }) {
    const left = new Map<string, number>();
    for (const { line_id, balance } of await readCards(on, { orderId, hold }))
      left.set(line_id, (left.get(line_id) ?? 0) + balance);
    return left;
  },
  async takeOff(tx, { lineId, amount, at }) {
    let rest = amount;
    for (const { id, balance } of await readCards(tx, { lineId, hold: true })) {
      const off = Math.min(rest, balance);
      if (off === 0) continue;
      rest -= off;
      await takeOffCard(tx, { id, off, at });
    }
    if (rest > 0) throw new Error(`The gift cards of line "${lineId}" hold ${rest} less than is refunded.`);
  },
};

function readCards(
  on: Queryable,
  {
    hold,
    ...which
  }: ({ readonly orderId: string } | { readonly lineId: string }) & { readonly hold: boolean },
) {
  return on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold as sold')
    .innerJoin('giftcards_card as card', 'card.id', 'sold.card_id')
    .select(['card.id', 'card.balance', 'sold.line_id'])
    .$if('orderId' in which, (query) =>
      query.where('sold.order_id', '=', 'orderId' in which ? which.orderId : ''),
    )
    .$if('lineId' in which, (query) =>
      query.where('sold.line_id', '=', 'lineId' in which ? which.lineId : ''),
    )
    .orderBy('card.id')
    .$if(hold, (query) => query.forUpdate('card'))
    .execute();
}

async function takeOffCard(
  tx: Transaction,
  { id, off, at }: { readonly id: string; readonly off: number; readonly at: Date },
): Promise<void> {
  const tables = tx.tables<GiftCardsTables>();
  await tables
    .updateTable('giftcards_card')
    .set((is) => ({ balance: is('balance', '-', off) }))
    .where('id', '=', id)
    .execute();
  await tables
    .insertInto('giftcards_entry')
    .values({ id: newId(), card_id: id, kind: 'adjusted', amount: -off, reference: newId(), at })
    .execute();
}
