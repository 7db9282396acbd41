import { newId, type Queryable } from '@vitrine/database';
import type { MadeCards } from '../../orders/made-cards.ts';
import type { GiftCardsTables } from '../gift-cards.tables.ts';
import { moveGiftCard } from '../spend-gift-card.ts';

/** What is refunded of gift cards comes off them: SPEC rule GIFT-20. */
export const madeCards: MadeCards = {
  async left(on, orderId, { hold } = { hold: false }) {
    const cards = soldCards(on).where('sold.order_id', '=', orderId);
    const left = new Map<string, number>();
    for (const { line_id, balance } of await (hold ? cards.forUpdate('card') : cards).execute())
      left.set(line_id, (left.get(line_id) ?? 0) + balance);
    return left;
  },
  async takeOff(tx, { lineId, amount, at }) {
    let rest = amount;
    const cards = await soldCards(tx).where('sold.line_id', '=', lineId).forUpdate('card').execute();
    for (const { id, balance } of cards) {
      const off = Math.min(rest, balance);
      if (off === 0) continue;
      rest -= off;
      await moveGiftCard(tx, 'adjusted', { cardId: id, amount: -off, reference: newId(), at });
    }
    if (rest > 0) throw new Error(`The gift cards of line "${lineId}" hold ${rest} less than is refunded.`);
  },
};

function soldCards(on: Queryable) {
  return on
    .tables<GiftCardsTables>()
    .selectFrom('giftcards_sold as sold')
    .innerJoin('giftcards_card as card', 'card.id', 'sold.card_id')
    .select(['card.id', 'card.balance', 'sold.line_id'])
    .orderBy('card.id');
}
