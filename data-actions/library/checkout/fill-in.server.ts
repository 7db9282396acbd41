import type {
  CheckoutPatch,
  CheckoutView,
  CommandContext,
  CommerceClient,
} from '@vitrine/commerce-engine/client';
import type { MutationContext } from '@vitrine/data-actions/server';
import { cartIdOf, marketOf, type Shopper, shopperOf } from '../account/shopper-of.server.ts';
import { fieldIn, type PostedForm } from '../posted-form.ts';
import type { FieldProblems } from './checkout-fields.ts';
import { refusedFields, withoutRefused } from './field-problems.server.ts';
import { isBegun, patchOf, pointsIn } from './patch-of.server.ts';
import { unfinishedOf } from './unfinished-of.server.ts';
import { withoutOldPlace } from './without-old-place.server.ts';

export type Filled =
  | {
      readonly kind: 'filled';
      readonly before: CheckoutView;
      readonly checkout: CheckoutView;
      readonly problems: FieldProblems;
    }
  | { readonly kind: 'no-cart' | 'being-paid' };

type Doors = Pick<CommerceClient, 'accounts' | 'cart' | 'checkout' | 'customers'>;

/** Fills in what the form holds. What cannot be used is named and costs only itself. */
export async function fillIn(commerce: Doors, context: MutationContext, fields: PostedForm): Promise<Filled> {
  const { cart, checkout: checkouts } = commerce;
  const [cartId, shopper] = await Promise.all([cartIdOf(commerce, context), shopperOf(commerce, context)]);
  const market = marketOf(context);
  const before =
    cartId === undefined ? undefined : await checkouts.get(market, cartId, shopper ? { actor: shopper } : {});
  if (cartId === undefined || !before) return { kind: 'no-cart' };
  if (before.state !== 'open') return { kind: 'being-paid' };

  const couponProblem = await changeCoupons();
  const giftCardProblems = await changeGiftCards();
  const { problems, checkout } = await fill(await wholePatch(before));
  if (!checkout) return { kind: 'being-paid' };
  return {
    kind: 'filled',
    before,
    checkout,
    problems: {
      ...problems,
      ...(couponProblem && { coupon: couponProblem }),
      ...giftCardProblems,
      ...pointsProblems(checkout),
    },
  };

  /** A number that is none, or with which nothing can be paid. */
  function pointsProblems({ tenders: { points } }: CheckoutView): FieldProblems {
    const wanted = pointsIn(fields);
    if (wanted === 'bad') return { 'points.count': 'bad' };
    const isTooFew =
      typeof wanted === 'number' && points && points.pays.points === 0 && points.most.points > 0;
    return isTooFew ? { 'points.count': 'few' } : {};
  }

  /** What the form says; an address that was chosen from the customer's own takes the place of the one typed. */
  async function wholePatch(known: CheckoutView): Promise<CheckoutPatch> {
    const { storeCredit, points, ...patch } = patchOf(fields, known);
    const own = shopper && (await chosenAddress(commerce, shopper, fields));
    return {
      ...patch,
      ...(own && { address: own }),
      ...(shopper && storeCredit !== undefined && { storeCredit }),
      ...(shopper && points !== undefined && { points }),
    };
  }

  async function fill(patch: CheckoutPatch) {
    try {
      const all = { ...patch, ...(before!.unfinished && { unfinished: null }) };
      return { problems: {}, checkout: await updateAndChoose(withoutOldPlace(all, fields, before!)) };
    } catch (error) {
      const problems = refusedFields(error, fields);
      if (!problems) throw error;
      const usable = {
        ...withoutOldPlace(withoutRefused(patch, problems), fields, before!),
        unfinished: unfinishedOf(fields, problems),
      };
      return { problems, checkout: await updateAndChoose(usable) };
    }
  }

  async function updateAndChoose(patch: CheckoutPatch): Promise<CheckoutView | undefined> {
    const checkout = await update(patch);
    const methodId = checkout && firstWay(checkout);
    return methodId ? update({ delivery: { methodId } }) : checkout;
  }

  async function update(patch: CheckoutPatch): Promise<CheckoutView | undefined> {
    const outcome = await checkouts.update(commandNow(), market, { cartId: cartId!, patch });
    return outcome.kind === 'changed' ? outcome.checkout : undefined;
  }

  /**
   * With an address and nothing chosen goods are shipped as the shop likes best, so that a total can be seen; what comes by e-mail alone
   * needs no address. A way that is not offered in the country they go to now was chosen for another one.
   */
  function firstWay({ address, delivery, options, country }: CheckoutView): string | undefined {
    const isChosen = fieldIn(fields, 'address.use') !== undefined;
    const isOffered = options.some(({ methodId }) => methodId === delivery?.methodId);
    const isKept = delivery && (isOffered || country === before!.country);
    if (!isKept && options.every(({ kind }) => kind === 'electronic')) return options[0]?.methodId;
    if (isKept || !address || !(isChosen || isBegun(fields, 'address'))) return undefined;
    return options.find(({ kind }) => kind === 'ship')?.methodId;
  }

  /**
   * Whoever holds the cart's id may change it. The key of the form is not used: a form that is sent, changed and changed back is the
   * same request to the engine and must be carried out again; and filling in twice does no harm.
   */
  function commandNow(): CommandContext {
    return { actor: shopper ?? { kind: 'guest' }, idempotencyKey: crypto.randomUUID() };
  }

  async function changeCoupons(): Promise<string | undefined> {
    const [code, gone] = [fieldIn(fields, 'coupon'), fieldIn(fields, 'coupon.remove')];
    if (gone) {
      const body = { cartId: cartId!, code: gone };
      await cart.removeCoupon(commandNow(), market, body);
    }
    if (!code) return undefined;
    const body = { cartId: cartId!, code };
    const outcome = await cart.addCoupon(commandNow(), market, body);
    return outcome.kind === 'coupon-refused' ? outcome.reason : undefined;
  }

  async function changeGiftCards(): Promise<FieldProblems> {
    const gone = fieldIn(fields, 'giftCard.remove');
    if (gone) await checkouts.removeGiftCard(commandNow(), market, { cartId: cartId!, id: gone });
    const [code, pin] = [fieldIn(fields, 'giftCard.code'), fieldIn(fields, 'giftCard.pin')];
    if (!code && !pin) return {};
    if (!code) return { 'giftCard.code': 'missing' };
    if (!pin) return { 'giftCard.pin': 'missing' };
    if (code.length > 60 || pin.length > 20) return { 'giftCard.code': 'unknown' };
    const outcome = await checkouts.addGiftCard(commandNow(), market, { cartId: cartId!, code, pin });
    if (outcome.kind === 'gift-card-refused') return { 'giftCard.code': outcome.reason };
    return outcome.kind === 'too-many-gift-cards' ? { 'giftCard.code': 'too-many' } : {};
  }
}

/** The address a button names, when it is one of the customer's own. */
async function chosenAddress(
  { customers }: Pick<CommerceClient, 'customers'>,
  shopper: Shopper,
  fields: PostedForm,
) {
  const wanted = fieldIn(fields, 'address.use');
  if (wanted === undefined) return undefined;
  const customer = await customers.get(shopper);
  return customer?.addresses.find(({ id }) => id === wanted)?.address;
}
