import { newId, type Queryable } from '@vitrine/database';
import type { CartLine } from '../cart/cart-line.ts';
import { type LineFacts, readLineFacts, unitPriceOf } from '../cart/line-facts.ts';
import type { PricedLine } from '../cart/priced-cart.rules.ts';
import type { Market } from '../market.ts';
import type { AddedGoods, LockedLine, LockedOrder } from '../orders/orders.ts';
import { linesAsCart, piecesAsLines } from '../orders/pieces-as-lines.rules.ts';
import type { TaxExemption } from '../tax/tax-exemption.rules.ts';
import { frozen, type GoodsRefusal, type PricingDoors, priceLines, readGoods } from './price-goods.ts';

/** Pieces of a line, and what is wanted instead of them. */
export interface WantedInstead {
  readonly lineId: string;
  readonly variantId: string;
  readonly quantity: number;
}

/** The same with what it is. JSON. */
export interface GoodsInstead extends WantedInstead {
  /** They cost what the pieces were paid that come back. */
  readonly isEven: boolean;
  /** Which of the added goods they are. */
  readonly goods: readonly string[];
}

export type PricedInstead =
  | { readonly kind: 'priced'; readonly goods: AddedGoods; readonly instead: readonly GoodsInstead[] }
  | GoodsRefusal;

/** What goods cost that come instead of pieces: SPEC rules ADD-11 and ADD-12. */
export async function priceInstead(
  on: Queryable,
  doors: PricingDoors,
  {
    market,
    order,
    wanted,
    at,
    exemptions,
  }: {
    readonly market: Market;
    readonly order: LockedOrder;
    readonly wanted: readonly WantedInstead[];
    readonly at: Date;
    /** What its buyer can show now. */
    readonly exemptions: readonly TaxExemption[];
  },
): Promise<PricedInstead> {
  const sold = wanted.map(({ lineId }) => lineIn(order, lineId));
  const near = sold.map(({ deliveryId }) => deliveryId);
  const read = await readGoods(on, doors, { market, order, lines: wanted, near, at });
  if (read.kind !== 'read') return read;
  // What pays for it may be credit or a card itself: RET-31.
  if ([...read.facts.values()].some(({ isGiftCard }) => isGiftCard)) return { kind: 'no-way' };
  const before = await readLineFacts(on, doors, market, {
    variantIds: [...new Set(sold.map(({ variantId }) => variantId))],
    at,
  });
  const each = wanted.map((want, place) => {
    const line = read.lines[place]!;
    const fact = read.facts.get(line.variantId)!;
    const isEven = isEvenFor(sold[place]!, { before: before.get(sold[place]!.variantId), now: fact });
    return { want, line, fact, isEven, of: sold[place]! };
  });
  const dear = each.filter(({ isEven }) => !isEven).map(({ line }) => line);
  const today =
    dear.length > 0
      ? await priceLines(on, doors, {
          ...{ market, order, at, exemptions },
          goods: { ...read, lines: dear },
        })
      : undefined;
  const parts = each.map(({ want, line, fact, isEven, of }) => ({
    ...{ want, isEven, line, fact },
    priced: isEven
      ? evenLines(order, of, { before: of.cancelled + of.returned, pieces: want.quantity })
      : today!.priced.lines.filter(({ id }) => id === line.id),
  }));
  const priced = linesAsCart(
    parts.flatMap((part) => part.priced),
    {
      currency: order.currency,
      prices: order.prices,
      rates: [...order.taxes, ...(today?.priced.taxes ?? [])],
      reliefs: today?.priced.reliefs,
    },
  );
  return {
    kind: 'priced',
    goods: {
      deliveryId: read.delivery.id,
      priced,
      lines: Object.fromEntries(
        parts.flatMap((part) => part.priced.map(({ id }) => [id, factsOf(part)] as const)),
      ),
      promotions: today?.promotions ?? {},
    },
    instead: parts.map((part) => ({
      ...part.want,
      isEven: part.isEven,
      goods: part.priced.map(({ id }) => id),
    })),
  };
}

/** What is to be had for the pieces that came: no more of each than came, those that are even at what these were paid. ADD-13. */
export function fitInstead(
  order: LockedOrder,
  {
    goods,
    instead,
    came,
  }: {
    readonly goods: AddedGoods;
    readonly instead: readonly GoodsInstead[];
    /** By line; the order does not count them yet. */
    readonly came: ReadonlyMap<string, number>;
  },
): { readonly goods: AddedGoods; readonly instead: readonly GoodsInstead[] } {
  const lines: Record<string, AddedGoods['lines'][string]> = {};
  const priced: PricedLine[] = [];
  const fitted: GoodsInstead[] = [];
  for (const want of instead) {
    const quantity = Math.min(want.quantity, came.get(want.lineId) ?? 0);
    if (quantity === 0) continue;
    const sold = lineIn(order, want.lineId);
    const own = goods.priced.lines.filter(({ id }) => want.goods.includes(id));
    const fits = want.isEven
      ? evenLines(order, sold, { before: sold.cancelled + sold.returned, pieces: quantity })
      : own.flatMap((line) => shortened(line, quantity, order));
    for (const line of fits) lines[line.id] = goods.lines[want.goods[0]!]!;
    priced.push(...fits);
    fitted.push({ ...want, quantity, goods: fits.map(({ id }) => id) });
  }
  const { currency, prices, reliefs } = goods.priced;
  const rates = [...order.taxes, ...goods.priced.taxes];
  return {
    goods: { ...goods, priced: linesAsCart(priced, { currency, prices, rates, reliefs }), lines },
    instead: fitted,
  };
}

/** Of the same product, at the same price on the shelf: what was paid is what it costs. ADD-12. */
export function isEvenFor(
  sold: LockedLine,
  { before, now }: { readonly before: LineFacts | undefined; readonly now: LineFacts },
): boolean {
  if (now.productId !== sold.productId) return false;
  // What is not sold any more was worth what it cost.
  const was = before ? unitPriceOf(before, 1).price.amount : sold.unitPrice;
  return unitPriceOf(now, 1).price.amount === was;
}

function evenLines(
  { prices }: LockedOrder,
  sold: LockedLine,
  which: { readonly before: number; readonly pieces: number },
): PricedLine[] {
  return piecesAsLines(sold, { ...which, prices, newId });
}

function shortened(line: PricedLine, pieces: number, { prices }: LockedOrder): readonly PricedLine[] {
  if (pieces === line.quantity) return [line];
  return piecesAsLines({ ...line, allowance: 0 }, { before: 0, pieces, prices, newId });
}

function factsOf({
  line,
  fact,
  isEven,
  priced,
}: {
  line: CartLine;
  fact: LineFacts;
  isEven: boolean;
  priced: readonly PricedLine[];
}) {
  const facts = frozen(line, fact);
  // What was agreed is no sale of today.
  return isEven ? { ...facts, unitRegular: Math.max(...priced.map(({ unitPrice }) => unitPrice)) } : facts;
}

function lineIn({ lines }: LockedOrder, lineId: string): LockedLine {
  return lines.find(({ id }) => id === lineId)!;
}
