import { createHash } from 'node:crypto';
import type { Queryable } from '@vitrine/database';
import type { CartLine } from '../cart/cart-line.ts';
import type { KeptCart } from '../cart/cart-state.ts';
import { type Gifts, giftsOf, withGifts } from '../cart/gift-lines.ts';
import { type LineFacts, readLineFacts } from '../cart/line-facts.ts';
import { type PricedCart, pricedCart, taxableCharges } from '../cart/priced-cart.rules.ts';
import { type PromotedCart, promoteCart } from '../cart/promote-cart.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { PurchaseEarning } from '../loyalty/loyalty.ts';
import { type Buyer, buyerOf } from '../tax/buyer.rules.ts';
import type { Place } from '../tax/place.rules.ts';
import { type CarriedGifts, carryGifts } from './carried-gifts.ts';
import { allDeliveries, type CheckoutDeliveries, checkoutDeliveries } from './checkout-deliveries.ts';
import type { CheckoutDesk } from './checkout-desk.ts';
import type { KeptCheckout } from './keep-checkout.ts';
import { type SplitTenders, splitTenders } from './tenders.ts';

/** A checkout with all that it costs now. */
export interface PricedCheckout {
  readonly lines: readonly CartLine[];
  readonly facts: ReadonlyMap<string, LineFacts>;
  /** That goods go to, before there is an address the channel's own. */
  readonly country: string;
  readonly deliveries: CheckoutDeliveries;
  /** Promotions of all that is paid for. */
  readonly promotion: PromotedCart;
  /** The same, of the lines of the shopper alone. */
  readonly goods: PromotedCart;
  /** What promotions give; in `lines`, `facts`, `promotion` and `priced` it is there, too. */
  readonly gifts: Gifts;
  readonly priced: PricedCart;
  readonly buyer: Buyer;
  /** A VAT number would free it of taxes, had anybody seen that it is in use. */
  readonly isUnproven: boolean;
  /** What the shop's own tenders pay of it, and what is left. */
  readonly tenders: SplitTenders;
  /** Points that it earns, where there is a programme. */
  readonly earns: PurchaseEarning | undefined;
  /** Names this price, and what is left of it to pay. */
  readonly seen: string;
}

/** Prices a cart with promotions, delivery and taxes, in the order the design gives. */
export async function priceCheckout(
  on: Queryable,
  desk: CheckoutDesk,
  cart: KeptCart,
  checkout: KeptCheckout | undefined,
): Promise<PricedCheckout> {
  const { doors, market, now } = desk;
  const variantIds = cart.lines.map(({ variantId }) => variantId);
  const known = await readLineFacts(on, doors, market, { variantIds, at: now, stock: cart.stock });
  const own = cart.lines.filter(({ variantId }) => known.has(variantId));
  const { taxDisplay, country } = await doors.directory.channel(market.channel, { on });
  const toPromote = {
    market,
    at: now,
    lines: own,
    facts: known,
    codes: cart.coupons,
    byHand: cart.byHand,
    ...customerOf(checkout),
  };
  const goods = await promoteCart(on, doors.promotions, toPromote);
  const earned = await giftsOf(on, { doors, market, now }, { promotion: goods, lines: own, facts: known });
  const { facts } = earned;
  const place = placeOf(checkout);
  const destination = place ?? { country };
  const ofBought = await checkoutDeliveries(on, desk, {
    checkout,
    place: destination,
    subtotal: subtotalOf(goods),
    lines: own,
    facts,
  });
  const { deliveries, gifts } = await withCarried(on, desk, {
    bought: own,
    deliveries: ofBought,
    gifts: earned,
  });
  const lines = [...own, ...gifts.lines];
  const shipping = allDeliveries(deliveries).flatMap(({ id, chosen }) =>
    chosen ? [{ id, method: chosen.methodId, amount: chosen.price.amount }] : [],
  );
  const handing = handingOver(deliveries);
  const chosen = checkout?.tenders ?? {};
  const buyer = buyerOf(vatNumberOf(checkout), desk.papers);
  /** In the order of the design: promotions, taxes, and what pays it. */
  const payable = async (tender: string | undefined) => {
    const ofOwn =
      shipping.length > 0 || tender !== undefined
        ? await promoteCart(on, doors.promotions, {
            ...toPromote,
            shipping,
            ...(tender !== undefined && { tender }),
          })
        : goods;
    const promotion = withGifts(ofOwn, gifts);
    const taxed = await doors.tax.quote(
      market,
      {
        ...(place && { shipTo: place }),
        // Where it goes decides what frees of its taxes.
        ...(place && { exemptions: buyer.exemptions }),
        lines: taxableCharges(promotion.cart, promotion.promoted).map((charge) => {
          const delivery = handing(charge.id);
          return {
            ...charge,
            units: charge.units!,
            ...(charge.kind === 'product' && { productId: productOf(charge.id, promotion) }),
            ...(delivery && { delivery }),
          };
        }),
      },
      { on, at: now },
    );
    const priced = pricedCart(promotion.cart, { promoted: promotion.promoted, taxed, prices: taxDisplay });
    const moneyOnly = giftCardsIn(priced, { lines, facts });
    const tenders = await splitTenders(on, desk, { total: priced.total, moneyOnly, chosen });
    return { promotion, ofOwn, priced, tenders, isUnproven: taxed.isUnproven };
  };
  const asChosen = await payable(chosen.payment?.method);
  // What is given for a way of paying is not given for one that pays nothing.
  const isForNothing = asChosen.promotion.isForTender && asChosen.tenders.rest === 0;
  const { promotion, ofOwn, priced, tenders, isUnproven } = isForNothing
    ? await payable(undefined)
    : asChosen;
  const purchase = {
    currency: market.currency,
    lines: priced.lines.map(({ id, gross }) => {
      const { variantId } = lines.find((line) => line.id === id)!;
      const { productId, categoryIds, isGiftCard } = facts.get(variantId)!;
      return { id, gross, productId, categoryIds, isGiftCard };
    }),
    deliveries: priced.deliveries.map(({ gross }) => gross),
    money: tenders.rest + sumOfBought(tenders),
  };
  const { customerId } = desk;
  const earns = await doors.loyalty.inTransaction.earning(on, market, purchase, { customerId });
  return {
    lines,
    facts,
    country: destination.country,
    deliveries,
    promotion,
    goods: ofOwn,
    gifts,
    priced,
    buyer,
    isUnproven,
    tenders,
    earns,
    seen: nameOf(priced, tenders, deliveries),
  };
}

/** Gifts go along with what is bought, where that can take them. */
async function withCarried(
  on: Queryable,
  { doors, market, now }: CheckoutDesk,
  { bought, ...earned }: CarriedGifts & { readonly bought: readonly CartLine[] },
): Promise<CarriedGifts> {
  const { lines } = earned.gifts;
  if (lines.length === 0) return earned;
  const productIds = lines.map(({ productId }) => productId);
  const ways = await doors.delivery.ways(market, productIds, { on, at: now });
  return carryGifts(earned, { bought, ways });
}

function customerOf(checkout: KeptCheckout | undefined): { readonly customer?: string } {
  const email = checkout?.email;
  return email === null || email === undefined ? {} : { customer: email };
}

function vatNumberOf(checkout: KeptCheckout | undefined) {
  return { vatId: checkout?.vat_id ?? null, isProven: (checkout?.vat_proven_by ?? null) !== null };
}

function placeOf(checkout: KeptCheckout | undefined): Place | undefined {
  if (!checkout?.address) return undefined;
  const { country, region, postalCode, city } = checkout.address;
  return { country, postalCode, city, ...(region !== undefined && { region }) };
}

/** How what is taxed gets to the shopper, by the id of a line or a delivery. */
function handingOver(deliveries: CheckoutDeliveries) {
  const byCharge = new Map(
    allDeliveries(deliveries).flatMap((delivery) =>
      [delivery.id, ...delivery.lineIds].map((id) => [id, delivery] as const),
    ),
  );
  return (chargeId: string) => {
    const { chosen, choice } = byCharge.get(chargeId) ?? {};
    if (chosen?.kind === 'electronic') return { kind: 'electronic' as const };
    const storeId = choice?.storeId;
    const isKnown = chosen?.kind === 'pickup' && chosen.stores?.some(({ id }) => id === storeId);
    return isKnown && storeId !== undefined ? { kind: 'pickup' as const, locationId: storeId } : undefined;
  };
}

/** What gift cards cost in it. */
function giftCardsIn(
  { lines: priced }: PricedCart,
  { lines, facts }: Pick<PricedCheckout, 'lines' | 'facts'>,
): number {
  const cards = new Set(lines.flatMap(({ id, variantId }) => (facts.get(variantId)!.isGiftCard ? [id] : [])));
  return priced.reduce((sum, { id, gross }) => sum + (cards.has(id) ? gross : 0), 0);
}

function sumOfBought({ giftCards }: SplitTenders): number {
  return giftCards.reduce((sum, { isBought, amount }) => sum + (isBought ? amount : 0), 0);
}

function productOf(lineId: string, { cart }: PromotedCart): string {
  return cart.lines.find(({ id }) => id === lineId)!.productId;
}

function subtotalOf({ cart, promoted }: PromotedCart): number {
  return cart.lines.reduce(
    (sum, { quantity, unitPrice }, at) => sum + quantity * unitPrice - promoted.lines[at]!.discount,
    0,
  );
}

/**
 * A card that is emptied elsewhere leaves more to pay than the shopper saw: that is another price. So is another way of delivery, whatever
 * it costs.
 */
function nameOf(priced: PricedCart, { rest }: SplitTenders, ways: CheckoutDeliveries): string {
  const { currency, total, lines, deliveries } = priced;
  const charges = [...lines, ...deliveries].map(({ id, gross, ...more }) => ({
    id,
    gross,
    quantity: 'quantity' in more ? more.quantity : 1,
  }));
  const methods = allDeliveries(ways).map(({ chosen }) => chosen?.methodId ?? null);
  return createHash('sha256')
    .update(canonicalJson({ currency, total, charges, methods, ...(rest !== total && { rest }) }))
    .digest('base64url')
    .slice(0, 22);
}
