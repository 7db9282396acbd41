import { createHash } from 'node:crypto';
import { newId, type Queryable } from '@vitrine/database';
import { decideQuantity } from '../cart/cart.rules.ts';
import type { CartLine } from '../cart/cart-line.ts';
import { type CartDoors, type LineFacts, readLineFacts, unitPriceOf } from '../cart/line-facts.ts';
import { pricedCart, taxableCharges } from '../cart/priced-cart.rules.ts';
import { type CartPromotions, promoteCart } from '../cart/promote-cart.ts';
import type { ChannelDirectory } from '../channel-directory.ts';
import { CommerceError } from '../commerce-error.ts';
import type { Delivery } from '../delivery/delivery.ts';
import { canonicalJson } from '../idempotency/canonical-json.ts';
import type { Market } from '../market.ts';
import { money } from '../money/money.rules.ts';
import { openOf } from '../orders/order-pieces.ts';
import type { AddedGoods, LockedOrder } from '../orders/orders.ts';
import type { Tax } from '../tax/tax.ts';
import type { TaxExemption } from '../tax/tax-exemption.rules.ts';
import type { AdditionPrice, AdditionRefusal } from './additions.views.ts';
import { addedLines } from './keep-addition.ts';

/** The domains that say what goods cost. */
export interface PricingDoors extends CartDoors {
  readonly promotions: CartPromotions;
  readonly tax: Pick<Tax, 'quote' | 'askedOutside'>;
  readonly delivery: Pick<Delivery, 'ways'>;
  readonly directory: ChannelDirectory;
}

/** What could come to an order: all of it goes with one delivery. */
export interface GoodsToPrice {
  readonly market: Market;
  readonly order: LockedOrder;
  readonly lines: readonly { readonly variantId: string; readonly quantity: number }[];
  readonly deliveryId?: string | undefined;
  /** Deliveries that are taken before others. */
  readonly near?: readonly string[] | undefined;
  readonly at: Date;
  /** What its buyer can show now. */
  readonly exemptions: readonly TaxExemption[];
}

export type GoodsRefusal = Extract<AdditionRefusal, { kind: 'not-sold' | 'bad-quantity' | 'no-way' }>;

export type PricedGoods = { readonly kind: 'priced'; readonly goods: AddedGoods } | GoodsRefusal;

/** Goods as they are sold now, with the delivery that takes them. */
export interface ReadGoods {
  readonly lines: readonly CartLine[];
  readonly facts: ReadonlyMap<string, LineFacts>;
  readonly delivery: LockedOrder['deliveries'][number];
}

/** What goods cost that would come to an order now, by what prices every cart: SPEC rules ADD-1 and ADD-2. */
export async function priceGoods(
  on: Queryable,
  doors: PricingDoors,
  { lines, ...asked }: GoodsToPrice,
): Promise<PricedGoods> {
  const read = await readGoods(on, doors, { lines, ...asked });
  if (read.kind !== 'read') return read;
  const { priced, promotions } = await priceLines(on, doors, { ...asked, goods: read });
  return {
    kind: 'priced',
    goods: {
      deliveryId: read.delivery.id,
      priced,
      lines: Object.fromEntries(
        read.lines.map((line) => [line.id, frozen(line, read.facts.get(line.variantId)!)]),
      ),
      promotions,
    },
  };
}

/** What of it could come to an order at all: ADD-1. @throws CommerceError `conflict` when prices are shown otherwise by now. */
export async function readGoods(
  on: Queryable,
  doors: PricingDoors,
  { market, order, lines: wanted, deliveryId, near, at }: Omit<GoodsToPrice, 'exemptions'>,
): Promise<({ readonly kind: 'read' } & ReadGoods) | GoodsRefusal> {
  await doors.directory.requireMarket(market, { on });
  const { taxDisplay } = await doors.directory.channel(market.channel, { on });
  if (taxDisplay !== order.prices)
    throw new CommerceError(
      'conflict',
      `Channel "${market.channel}" shows its prices ${taxDisplay} of tax by now, order ${order.number} has them ${order.prices}. Place another order.`,
    );
  const variantIds = [...new Set(wanted.map(({ variantId }) => variantId))];
  const facts = await readLineFacts(on, doors, market, { variantIds, at });
  const unknown = variantIds.filter((id) => !facts.has(id));
  if (unknown.length > 0) return { kind: 'not-sold', variantIds: unknown };
  for (const { variantId, quantity } of wanted) {
    const { stock, name } = facts.get(variantId)!;
    // How many are there is decided where they are held.
    const decision = stock.quantities && decideQuantity(quantity, { ...stock, available: 'unlimited' });
    if (decision?.kind === 'bad-quantity') return { ...decision, variantId, name, quantity };
  }
  const lines = wanted.map(({ variantId, quantity }): CartLine => {
    const { productId, name } = facts.get(variantId)!;
    return { id: newId(), variantId, productId, quantity, seenAmount: 0, seenName: name };
  });
  const delivery = await deliveryFor(on, doors, { market, order, lines, deliveryId, near, at });
  return delivery ? { kind: 'read', lines, facts, delivery } : { kind: 'no-way' };
}

/** What lines of goods cost now, with promotions and taxes of their own: ADD-2. */
export async function priceLines(
  on: Queryable,
  doors: PricingDoors,
  {
    market,
    order,
    goods: { lines, facts, delivery },
    at,
    exemptions,
  }: Pick<GoodsToPrice, 'market' | 'order' | 'at' | 'exemptions'> & { readonly goods: ReadGoods },
): Promise<Pick<AddedGoods, 'priced' | 'promotions'>> {
  const promotion = await promoteCart(on, doors.promotions, { market, at, lines, facts, codes: [] });
  const shipTo = placeOf(order, delivery);
  const taxed = await doors.tax.quote(
    market,
    {
      ...(shipTo && { shipTo, exemptions }),
      lines: taxableCharges(promotion.cart, promotion.promoted).map((charge) => ({
        ...charge,
        units: charge.units!,
        productId: lines.find(({ id }) => id === charge.id)!.productId,
        ...handingOver(delivery),
      })),
    },
    { on, at },
  );
  const { promoted } = promotion;
  const priced = pricedCart(promotion.cart, { promoted, taxed, prices: order.prices });
  const promotionIds = new Set(priced.lines.flatMap(({ parts }) => parts.map((part) => part.promotionId)));
  return {
    priced,
    promotions: Object.fromEntries([...promotionIds].map((id) => [id, promotion.nameOf(id)])),
  };
}

export function priceView(goods: AddedGoods): AdditionPrice {
  const { deliveryId, priced } = goods;
  return {
    deliveryId,
    lines: addedLines(goods),
    tax: money(priced.tax, priced.currency),
    total: money(priced.total, priced.currency),
    seen: nameOf(goods),
  };
}

/** The one that was asked for, or the first that takes all of it; those of which something is still to go come first. */
async function deliveryFor(
  on: Queryable,
  { delivery }: PricingDoors,
  {
    market,
    order,
    lines,
    deliveryId,
    near = [],
    at,
  }: Omit<GoodsToPrice, 'lines' | 'exemptions'> & { lines: readonly CartLine[] },
) {
  const productIds = lines.map(({ productId }) => productId);
  const ways = await delivery.ways(market, productIds, { on, at });
  const isOpen = (id: string) => order.lines.some((line) => line.deliveryId === id && openOf(line) > 0);
  const rank = (id: string) => 2 * Number(near.includes(id)) + Number(isOpen(id));
  // Of what is delivered to nobody, the charge went back and the slot of a pickup is free again.
  const live = order.deliveries.filter(({ id }) =>
    order.lines.some((line) => line.deliveryId === id && line.cancelled < line.quantity),
  );
  const those =
    deliveryId === undefined
      ? live.toSorted((a, b) => rank(b.id) - rank(a.id))
      : live.filter(({ id }) => id === deliveryId);
  return those.find(({ kind }) => ways.every((own) => own.includes(kind)));
}

function placeOf({ deliveries }: LockedOrder, { address }: LockedOrder['deliveries'][number]) {
  const to = address ?? deliveries.find((each) => each.address)?.address;
  if (!to) return undefined;
  const { country, postalCode, city, region } = to;
  return { country, postalCode, city, ...(region !== undefined && { region }) };
}

function handingOver({ kind, storeId }: LockedOrder['deliveries'][number]) {
  if (kind === 'electronic') return { delivery: { kind } as const };
  return kind === 'pickup' && storeId !== undefined
    ? { delivery: { kind, locationId: storeId } as const }
    : {};
}

/** What a line of goods is, as it is kept. */
export function frozen({ variantId, quantity }: CartLine, fact: LineFacts): AddedGoods['lines'][string] {
  const { productId, productSlug, sku, name, options, media, components, stock, isGiftCard } = fact;
  return {
    ...{ variantId, productId, productSlug, sku, name, options },
    ...(media && { media }),
    ...(components && { components }),
    unitRegular: unitPriceOf(fact, quantity).regular.amount,
    ...(stock.shipsFrom !== undefined && { shipsFrom: stock.shipsFrom }),
    ...(isGiftCard && { giftCard: {} }),
  };
}

/** Says of what goods a price is, and of where they go. */
function nameOf({ deliveryId, priced, lines }: AddedGoods): string {
  const charges = priced.lines.map(({ id, gross, quantity }) => ({
    gross,
    quantity,
    variantId: lines[id]!.variantId,
  }));
  return createHash('sha256')
    .update(canonicalJson({ deliveryId, currency: priced.currency, total: priced.total, charges }))
    .digest('base64url')
    .slice(0, 22);
}
