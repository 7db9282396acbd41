import type { Transaction } from '@vitrine/database';
import { CommerceError } from '../commerce-error.ts';
import { GIFT_CARD } from '../gift-cards/gift-card-provider.ts';
import type { KeptPayment } from '../payments/payments.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { PayInput } from './checkout-input.ts';

/** What each gift card pays, in the order they were brought, and what is left. Minor units. */
export interface SplitTenders {
  readonly giftCards: readonly { readonly cardId: string; readonly amount: number }[];
  readonly rest: number;
}

export async function splitTenders(
  tx: Transaction,
  { doors }: CheckoutDesk,
  { total, giftCardIds }: { readonly total: number; readonly giftCardIds: readonly string[] },
): Promise<SplitTenders> {
  const balances = await doors.giftCards.inTransaction.balances(tx, giftCardIds);
  let rest = total;
  const giftCards = [...new Set(giftCardIds)].flatMap((cardId) => {
    const amount = Math.min(rest, balances.get(cardId) ?? 0);
    rest -= amount;
    return amount > 0 ? [{ cardId, amount }] : [];
  });
  return { giftCards, rest };
}

/**
 * Writes down every payment that together pays the checkout; gift cards come first, so that nobody is asked at a bank for
 * money when a card has none.
 * @throws CommerceError `bad_input` when the way to pay the rest is not offered.
 */
export async function beginAll(
  tx: Transaction,
  { doors, market }: CheckoutDesk,
  { giftCards, rest }: SplitTenders,
  { input, owner, total }: { input: PayInput; owner: string; total: { readonly currency: string } },
): Promise<readonly KeptPayment[]> {
  const { begin } = doors.payments.inTransaction;
  const common = { owner, currency: total.currency, locale: market.locale };
  const payments: KeptPayment[] = [];
  for (const { cardId, amount } of giftCards)
    payments.push(
      await begin(tx, { ...common, provider: GIFT_CARD, method: GIFT_CARD, amount, token: cardId }),
    );
  if (rest === 0) return payments;
  const { provider = '', method = '', token, returnUrl } = input;
  const offered = doors.payments.methods(market);
  if (!offered.some((each) => each.provider === provider && each.method === method))
    throw new CommerceError(
      'bad_input',
      `This shop does not take payments by "${method}" of "${provider}". It takes: ${offered.map((each) => `"${each.method}" of "${each.provider}"`).join(', ')}.`,
    );
  payments.push(
    await begin(tx, {
      ...common,
      provider,
      method,
      amount: rest,
      ...(token !== undefined && { token }),
      ...(returnUrl !== undefined && { returnUrl }),
    }),
  );
  return payments;
}
