import type {
  CheckoutPatch,
  CheckoutView,
  CommandContext,
  CommerceClient,
  Market,
} from '@vitrine/commerce-engine/client';
import type { MutationContext } from '@vitrine/data-actions/server';
import { type CheckoutFields, type FieldProblems, fieldIn } from './checkout-fields.ts';
import { refusedFields, withoutRefused } from './field-problems.server.ts';
import { isBegun, patchOf } from './patch-of.server.ts';

export type Filled =
  | {
      readonly kind: 'filled';
      readonly before: CheckoutView;
      readonly checkout: CheckoutView;
      readonly problems: FieldProblems;
    }
  | { readonly kind: 'no-cart' | 'being-paid' };

type Doors = Pick<CommerceClient, 'cart' | 'checkout'>;

/** Fills in what the form holds. What cannot be used is named and costs only itself. */
export async function fillIn(
  { cart, checkout: checkouts }: Doors,
  context: MutationContext,
  fields: CheckoutFields,
): Promise<Filled> {
  const { cartId } = context;
  const market = marketOf(context);
  const before = cartId === undefined ? undefined : await checkouts.get(market, cartId);
  if (cartId === undefined || !before) return { kind: 'no-cart' };
  if (before.state !== 'open') return { kind: 'being-paid' };

  const couponProblem = await changeCoupons();
  const giftCardProblems = await changeGiftCards();
  const { problems, checkout } = await fill(patchOf(fields, before));
  if (!checkout) return { kind: 'being-paid' };
  return {
    kind: 'filled',
    before,
    checkout,
    problems: { ...problems, ...(couponProblem && { coupon: couponProblem }), ...giftCardProblems },
  };

  async function fill(patch: CheckoutPatch) {
    try {
      return { problems: {}, checkout: await updateAndChoose(patch) };
    } catch (error) {
      const problems = refusedFields(error, fields);
      if (!problems) throw error;
      return { problems, checkout: await updateAndChoose(withoutRefused(patch, problems)) };
    }
  }

  async function updateAndChoose(patch: CheckoutPatch): Promise<CheckoutView | undefined> {
    const checkout = await update(patch);
    const methodId = checkout && firstWay(checkout);
    return methodId ? update({ delivery: { methodId } }) : checkout;
  }

  async function update(patch: CheckoutPatch): Promise<CheckoutView | undefined> {
    const outcome = await checkouts.update(command(), market, { cartId: cartId!, patch });
    return outcome.kind === 'changed' ? outcome.checkout : undefined;
  }

  /** With an address and nothing chosen goods are shipped as the shop likes best, so that a total can be seen. */
  function firstWay({ address, delivery, options }: CheckoutView): string | undefined {
    if (delivery || !address || !isBegun(fields, 'address')) return undefined;
    return options.find(({ kind }) => kind === 'ship')?.methodId;
  }

  async function changeCoupons(): Promise<string | undefined> {
    const [code, gone] = [fieldIn(fields, 'coupon'), fieldIn(fields, 'coupon.remove')];
    if (gone) {
      const body = { cartId: cartId!, code: gone };
      await cart.removeCoupon(command(), market, body);
    }
    if (!code) return undefined;
    const body = { cartId: cartId!, code };
    const outcome = await cart.addCoupon(command(), market, body);
    return outcome.kind === 'coupon-refused' ? outcome.reason : undefined;
  }

  async function changeGiftCards(): Promise<FieldProblems> {
    const gone = fieldIn(fields, 'giftCard.remove');
    if (gone) await checkouts.removeGiftCard(command(), market, { cartId: cartId!, id: gone });
    const [code, pin] = [fieldIn(fields, 'giftCard.code'), fieldIn(fields, 'giftCard.pin')];
    if (!code && !pin) return {};
    if (!code) return { 'giftCard.code': 'missing' };
    if (!pin) return { 'giftCard.pin': 'missing' };
    if (code.length > 60 || pin.length > 20) return { 'giftCard.code': 'unknown' };
    const outcome = await checkouts.addGiftCard(command(), market, { cartId: cartId!, code, pin });
    if (outcome.kind === 'gift-card-refused') return { 'giftCard.code': outcome.reason };
    return outcome.kind === 'too-many-gift-cards' ? { 'giftCard.code': 'too-many' } : {};
  }
}

/**
 * Whoever holds the cart's id may change it: shoppers act as guests. The key of the form is not used: a form that is sent, changed
 * and changed back is the same request to the engine and must be carried out again; and filling in twice does no harm.
 */
export function command(): CommandContext {
  return { actor: { kind: 'guest' }, idempotencyKey: crypto.randomUUID() };
}

export function marketOf({ channel, locale, currency, customerGroup }: Market): Market {
  return { channel, locale, currency, customerGroup };
}
