import { newId, type Transaction } from '@vitrine/database';
import { removeOrdered } from '../cart/remove-ordered.ts';
import type { KeptPayment } from '../payments/payments.ts';
import type { PayOutcome } from './checkout.views.ts';
import { type CheckoutDesk, papersValue } from './checkout-desk.ts';
import type { PayInput } from './checkout-input.ts';
import { checkoutView, missingIn } from './checkout-view.ts';
import { giveUp } from './give-up.ts';
import { changeCheckout, type KeptCheckout, lockToPay, ownerOf } from './keep-checkout.ts';
import { draftOf } from './order-draft-of.ts';
import { keepForOrder, placeDraft, placedOutcome } from './place-draft.ts';
import { priceCheckout } from './price-checkout.ts';
import { HOLD_MINUTES, takeAll } from './take-all.ts';
import { beginAll, splitTenders } from './tenders.ts';

export type Begun =
  /** There is something to ask the provider. */
  | {
      readonly kind: 'begun';
      readonly paymentIds: readonly string[];
      /** The first of them when it was begun just now. */
      readonly first?: KeptPayment;
    }
  /** Something that stood in the way was given up: run its operations, then begin once more. */
  | { readonly kind: 'again'; readonly paymentIds: readonly string[] }
  /** It is settled without asking anybody. */
  | { readonly kind: 'done'; readonly outcome: PayOutcome };

/**
 * The first half of paying, in one transaction: everything is priced again and held against what the shopper saw, stock,
 * coupons and the slot are taken, and the payment is written down before anybody is asked for money.
 */
export async function beginCheckoutPayment(
  tx: Transaction,
  asking: CheckoutDesk,
  input: PayInput,
  giftCardIds: readonly string[],
): Promise<Begun> {
  const { doors, now } = asking;
  const { checkout, cart, papers } = await lockToPay(tx, input, papersValue(asking, input.cartId));
  const desk = { ...asking, ...(papers && { papers }) };
  if (!checkout) return done({ kind: 'no-cart' });
  if (checkout.state === 'placed') return done((await placedOutcome(tx, desk, checkout.id))!);
  if (checkout.state === 'paying') return joinOrGiveUp(tx, desk, checkout, input);
  // Cards are looked at before, and only while the checkout is open: it was not, then.
  if (giftCardIds.length === 0 && (input.giftCards?.length ?? 0) > 0)
    return { kind: 'again', paymentIds: [] };
  const isUsable = cart && cart.channel === desk.market.channel && cart.expiresAt > now;
  if (!isUsable || cart.lines.length === 0) return done({ kind: 'no-cart' });
  const { storeCredit = checkout.tenders.storeCredit, points = checkout.tenders.points } = input;
  const { provider, method } = input;
  const payment = provider === undefined || method === undefined ? undefined : { provider, method };
  // What it costs may hang on how it is paid: that is priced which the request names.
  const asked = { ...checkout, tenders: { ...checkout.tenders, ...(payment && { payment }) } };
  const price = await priceCheckout(tx, desk, cart, asked);
  const view = () => checkoutView(desk, { cart, checkout: asked, price });
  const missing = missingIn(price, checkout).filter((each) => each !== 'cart' || price.lines.length === 0);
  if (missing.length > 0) return done({ kind: 'incomplete', missing, checkout: view() });
  const own = price.lines.filter(({ giftOf }) => giftOf === undefined);
  if (price.seen !== input.seen || own.length !== cart.lines.length) {
    // The reason people understand, when others were quicker with the same code.
    const gone = price.promotion.codes.find(({ state }) => state.kind === 'used-up');
    if (gone) return done({ kind: 'coupon-used-up', code: gone.code, checkout: view() });
    // With the next look it is priced for this way, too.
    await changeCheckout(tx, checkout, { tenders: asked.tenders, updated_at: now });
    return done({ kind: 'price-changed', checkout: view() });
  }
  const chosen = {
    ...(payment && { payment }),
    giftCardIds: [...new Set([...(checkout.tenders.giftCardIds ?? []), ...giftCardIds])],
    ...(storeCredit !== undefined && { storeCredit }),
    ...(points !== undefined && { points }),
  };
  const { total } = price.priced;
  const { moneyOnly } = price.tenders;
  if (giftCardIds.length > 0 && moneyOnly === total && total > 0)
    return done({ kind: 'gift-card-refused', place: 0, reason: 'buys-gift-cards', checkout: view() });
  const tenders = await splitTenders(tx, desk, { total, moneyOnly, chosen });
  if (tenders.rest === 0 && price.promotion.isForTender) {
    // What the request brings pays everything: nothing is left for the way of paying that something was given for.
    const tendered = { ...asked, tenders: chosen };
    const paidSo = await priceCheckout(tx, desk, cart, tendered);
    await changeCheckout(tx, checkout, { tenders: chosen, updated_at: now });
    return done({
      kind: 'price-changed',
      checkout: checkoutView(desk, { cart, checkout: tendered, price: paidSo }),
    });
  }
  if (tenders.rest > 0 && (input.provider === undefined || input.method === undefined))
    return done({ kind: 'incomplete', missing: ['payment'], checkout: view() });
  const refused = await takeAll(tx, desk, { checkout, price, view });
  if (refused) return done(refused);
  const draft = draftOf(desk, { checkout, cart, price });
  const paidLines = own.map(({ id, quantity }) => ({ lineId: id, quantity }));
  const held = {
    tenders: asked.tenders,
    draft,
    paid_lines: paidLines,
    declined: null,
    updated_at: now,
  };
  if (price.priced.total === 0) {
    const free = { ...checkout, ...held };
    const orderId = newId();
    const { isAll, name } = await keepForOrder(tx, doors, free, { orderId });
    if (!isAll) throw new Error(`Checkout "${free.id}" does not hold what was reserved for it a moment ago.`);
    await changeCheckout(tx, checkout, { ...held, payment_ids: [] });
    await placeDraft(tx, doors, free, { id: orderId, name });
    await removeOrdered(tx, free.cart_id, paidLines);
    return done((await placedOutcome(tx, desk, free.id))!);
  }
  const payments = await beginAll(tx, desk, tenders, {
    input,
    owner: ownerOf(checkout.id),
    total: price.priced,
  });
  await changeCheckout(tx, checkout, {
    ...held,
    state: 'paying',
    payment_ids: payments.map(({ id }) => id),
    expires_at: new Date(now.getTime() + HOLD_MINUTES * 60_000),
  });
  return { kind: 'begun', paymentIds: payments.map(({ id }) => id), first: payments[0]! };
}

/**
 * A second click joins the payment that is under way; one that waits for the shopper is given up for the new one. What it
 * held is free only when its operations have run, so the new one is begun afterwards.
 */
async function joinOrGiveUp(
  tx: Transaction,
  desk: CheckoutDesk,
  checkout: KeptCheckout,
  input: PayInput,
): Promise<Begun> {
  const payments = await desk.doors.payments.find(tx, { owner: ownerOf(checkout.id) });
  const current = payments.filter(({ id }) => checkout.payment_ids.includes(id));
  const paymentIds = current.map(({ id }) => id);
  // Gift cards come first: the last one is what the shopper chose for the rest.
  const last = current.at(-1);
  const isSame =
    last?.provider === input.provider && last?.method === input.method && last?.token === input.token;
  if (last && (isSame || last.state !== 'action' || last.problem !== undefined))
    return { kind: 'begun', paymentIds };
  await giveUp(tx, desk, checkout, { declined: null, payments: current });
  return { kind: 'again', paymentIds };
}

function done(outcome: PayOutcome): Begun {
  return { kind: 'done', outcome };
}
