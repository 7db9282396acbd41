import type { Queryable } from '@vitrine/database';
import type { Market } from '../market.ts';
import type { PromotionResult } from '../promotions/discountable-cart.rules.ts';
import type { CartLine } from './cart-line.ts';
import { type CartDoors, type LineFacts, readLineFacts, unitPriceOf } from './line-facts.ts';
import type { PromotedCart } from './promote-cart.ts';

/** What promotions put into a cart. */
export interface Gifts {
  /** For nothing, after the lines of the shopper. */
  readonly lines: readonly CartLine[];
  /** What was earned and is not there (in full). */
  readonly missed: readonly { readonly promotionId: string; readonly name: string }[];
  /** Of the shopper's goods and of the gifts. */
  readonly facts: ReadonlyMap<string, LineFacts>;
}

/** What a cart has earned, as far as there is any of it: SPEC rules CART-29 and CART-30. No statement while nothing is earned. */
export async function giftsOf(
  on: Queryable,
  { doors, market, now }: { readonly doors: CartDoors; readonly market: Market; readonly now: Date },
  {
    promotion,
    lines,
    facts,
  }: {
    readonly promotion: PromotedCart;
    readonly lines: readonly CartLine[];
    readonly facts: ReadonlyMap<string, LineFacts>;
  },
): Promise<Gifts> {
  const earned = promotion.promoted.gifts;
  if (earned.length === 0) return { lines: [], missed: [], facts };
  const asked = [...new Set(earned.map(({ variantId }) => variantId))].filter((id) => !facts.has(id));
  const more = await readLineFacts(on, doors, market, { variantIds: asked, at: now });
  const all = new Map([...facts, ...more]);
  return { ...divide(earned, { facts: all, lines }), facts: all };
}

/** Bought goods come first: what is given away never takes a piece from who pays for it. */
function divide(
  earned: PromotionResult['gifts'],
  { facts, lines }: { readonly facts: ReadonlyMap<string, LineFacts>; readonly lines: readonly CartLine[] },
): Pick<Gifts, 'lines' | 'missed'> {
  const taken = new Map<string, number>();
  const take = (variantId: string, quantity: number) =>
    taken.set(variantId, (taken.get(variantId) ?? 0) + quantity);
  for (const { variantId, quantity } of lines) take(variantId, quantity);
  const given: CartLine[] = [];
  const missed: Gifts['missed'][number][] = [];
  for (const { promotionId, variantId, quantity: wanted } of earned) {
    const fact = facts.get(variantId);
    // What is not sold here (any more) has no name to tell.
    if (!fact) continue;
    const { available } = fact.stock;
    const free = available === 'unlimited' ? wanted : available - (taken.get(variantId) ?? 0);
    const quantity = Math.max(0, Math.min(wanted, free));
    if (quantity < wanted) missed.push({ promotionId, name: fact.name });
    if (quantity === 0) continue;
    take(variantId, quantity);
    given.push({
      id: `gift:${promotionId}`,
      variantId,
      productId: fact.productId,
      quantity,
      seenAmount: unitPriceOf(fact, quantity).price.amount,
      seenName: fact.name,
      giftOf: promotionId,
    });
  }
  return { lines: given, missed };
}

/** The cart with its gifts: each costs what it costs, and its promotion takes all of that off. */
export function withGifts(promotion: PromotedCart, { lines, facts }: Gifts): PromotedCart {
  if (lines.length === 0) return promotion;
  const { cart, promoted } = promotion;
  const given = lines.map((line) => {
    const { productId, categoryIds, ...fact } = facts.get(line.variantId)!;
    const unitPrice = unitPriceOf(fact, line.quantity).price.amount;
    return { line, unitPrice, productId, categories: categoryIds };
  });
  return {
    ...promotion,
    cart: {
      ...cart,
      lines: [
        ...cart.lines,
        ...given.map(({ line: { id, variantId, quantity }, ...fact }) => {
          const { unitPrice, productId, categories } = fact;
          const allows = 'everything' as const;
          return { id, variantId, productId, categories, quantity, unitPrice, allows };
        }),
      ],
    },
    promoted: {
      ...promoted,
      lines: [
        ...promoted.lines,
        ...given.map(({ line: { id, quantity, giftOf = '' }, unitPrice }) => {
          const code = cart.unlocked.find(({ promotionId }) => promotionId === giftOf)?.code;
          const amount = quantity * unitPrice;
          return {
            id,
            discount: amount,
            units: [{ quantity, discount: unitPrice }],
            parts: [{ promotionId: giftOf, ...(code !== undefined && { code }), amount }],
          };
        }),
      ],
    },
  };
}
