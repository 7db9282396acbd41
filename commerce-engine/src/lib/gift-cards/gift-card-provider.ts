import type { Queryable } from '@vitrine/database';
import type { EngineContext } from '../engine-context.ts';
import type { PaymentProvider, ProviderPayment } from '../payments/payment-provider.ts';
import type { PaymentEvent } from '../payments/payments.rules.ts';
import type { GiftCardsTables } from './gift-cards.tables.ts';
import { giveBackToGiftCard, spendGiftCard } from './spend-gift-card.ts';

export const GIFT_CARD = 'gift-card';

/**
 * Gift cards as a payment provider. Its token is a card's id, which only the checkout puts there, after code and PIN were
 * checked: it offers no method that a browser could name.
 */
export function giftCardProvider({ database, clock }: EngineContext): PaymentProvider {
  const movement = ({ token = '' }: ProviderPayment, amount: number, reference: string) => ({
    cardId: token,
    amount,
    reference,
    at: clock(),
  });

  /** A payment is spent once and given up once, both under its own id. */
  async function standing(on: Queryable, payment: ProviderPayment): Promise<PaymentEvent> {
    const entries = await on
      .tables<GiftCardsTables>()
      .selectFrom('giftcards_entry')
      .select('kind')
      .where('reference', '=', payment.id)
      .execute();
    if (entries.some(({ kind }) => kind === 'given-back')) return { kind: 'cancelled' };
    if (entries.length > 0) return { kind: 'authorised', amount: payment.amount };
    return { kind: 'declined', code: 'insufficient-funds' };
  }

  return {
    id: GIFT_CARD,
    methods: [],
    capture: 'with-order',
    status: async (payment) => ({ kind: 'told', events: [await standing(database, payment)] }),
    start: (payment) =>
      database.transaction(async (tx) => {
        await spendGiftCard(tx, movement(payment, payment.amount, payment.id));
        return { kind: 'told', reference: payment.id, events: [await standing(tx, payment)] };
      }),
    async operate(payment, { id, kind, amount }) {
      if (kind === 'capture') return { kind: 'told', events: [{ kind: 'captured', amount, reference: id }] };
      return database.transaction(async (tx) => {
        const reference = kind === 'cancel' ? payment.id : id;
        // What is given up before it was spent is spent and given back: a late start finds both, and spends no more.
        if (kind === 'cancel') await spendGiftCard(tx, movement(payment, amount, payment.id));
        const isSpent = (await standing(tx, payment)).kind === 'authorised';
        if (isSpent) await giveBackToGiftCard(tx, movement(payment, amount, reference));
        const told: PaymentEvent =
          kind === 'cancel' ? { kind: 'cancelled' } : { kind: 'refunded', amount, reference: id };
        return { kind: 'told', events: [told] };
      });
    },
  };
}
