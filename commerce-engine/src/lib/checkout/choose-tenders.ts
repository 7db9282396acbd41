import type { Transaction } from '@vitrine/database';
import type { CheckoutPatch } from './checkout-input.ts';
import { type KeptCheckout, writeCheckout } from './keep-checkout.ts';
import type { ChosenTenders } from './tenders.ts';

/** More than anybody has at hand; each is looked at with every price. */
export const MOST_GIFT_CARDS = 5;

/** Brings a gift card that was checked a moment ago; one that was brought before stays where it is. */
export async function bringGiftCard(
  tx: Transaction,
  checkout: KeptCheckout,
  { cardId, now }: { readonly cardId: string; readonly now: Date },
): Promise<KeptCheckout> {
  const giftCardIds = [...new Set([...(checkout.tenders.giftCardIds ?? []), cardId])];
  return writeTenders(tx, checkout, { ...checkout.tenders, giftCardIds }, now);
}

export async function putAwayGiftCard(
  tx: Transaction,
  checkout: KeptCheckout,
  { cardId, now }: { readonly cardId: string; readonly now: Date },
): Promise<KeptCheckout> {
  const giftCardIds = (checkout.tenders.giftCardIds ?? []).filter((id) => id !== cardId);
  return writeTenders(tx, checkout, { ...checkout.tenders, giftCardIds }, now);
}

/** The column of a patch that says which tenders of the shop pay. */
export function chosenIn(
  { storeCredit, points }: CheckoutPatch,
  before: ChosenTenders,
): { readonly tenders: string } | undefined {
  if (storeCredit === undefined && points === undefined) return undefined;
  const { storeCredit: creditBefore, points: pointsBefore, ...rest } = before;
  const after = {
    storeCredit: storeCredit === undefined ? creditBefore : (storeCredit ?? undefined),
    points: points === undefined ? pointsBefore : (points ?? undefined),
  };
  return { tenders: JSON.stringify({ ...rest, ...after }) };
}

function writeTenders(
  tx: Transaction,
  { id }: KeptCheckout,
  tenders: ChosenTenders,
  now: Date,
): Promise<KeptCheckout> {
  return writeCheckout(tx, id, { tenders: JSON.stringify(tenders), updated_at: now });
}
