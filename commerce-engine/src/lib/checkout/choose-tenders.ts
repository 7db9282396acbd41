import type { CheckoutPatch } from './checkout-input.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import type { ChosenTenders } from './tenders.ts';

/** More than anybody has at hand; each is looked at with every price. */
export const MOST_GIFT_CARDS = 5;

/** With a gift card that was checked a moment ago; one that was brought before stays where it is. */
export function withGiftCard({ tenders }: KeptCheckout, cardId: string): ChosenTenders {
  return { ...tenders, giftCardIds: [...new Set([...(tenders.giftCardIds ?? []), cardId])] };
}

export function withoutGiftCard({ tenders }: KeptCheckout, cardId: string): ChosenTenders {
  return { ...tenders, giftCardIds: (tenders.giftCardIds ?? []).filter((id) => id !== cardId) };
}

/** The column of a patch that says which tenders of the shop pay. */
export function chosenIn(
  { storeCredit, points, payment }: CheckoutPatch,
  before: ChosenTenders,
): { readonly tenders: ChosenTenders } | undefined {
  if (storeCredit === undefined && points === undefined && payment === undefined) return undefined;
  const { storeCredit: creditBefore, points: pointsBefore, payment: paymentBefore, ...rest } = before;
  const credit = storeCredit === undefined ? creditBefore : (storeCredit ?? undefined);
  const paid = points === undefined ? pointsBefore : (points ?? undefined);
  const way = payment === undefined ? paymentBefore : (payment ?? undefined);
  return {
    tenders: {
      ...rest,
      ...(way && { payment: way }),
      ...(credit !== undefined && { storeCredit: credit }),
      ...(paid !== undefined && { points: paid }),
    },
  };
}
