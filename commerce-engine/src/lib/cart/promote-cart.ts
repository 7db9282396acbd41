import type { Queryable } from '@vitrine/database';
import type { LocalText } from '../catalog/product-import.ts';
import { groupsIn, type Market } from '../market.ts';
import type { DiscountableCart, PromotionResult } from '../promotions/discountable-cart.rules.ts';
import type { PromotionIndex } from '../promotions/promotion-index.rules.ts';
import { applyPromotions } from '../promotions/promotions.rules.ts';
import { type HandDiscount, heldDiscount } from './by-hand.rules.ts';
import { givenByTheShop } from './by-hand-words.ts';
import type { CartLine } from './cart-line.ts';
import { type LineFacts, linePriceOf } from './line-facts.ts';

/** The promotions a cart is held against. */
export interface CartPromotions {
  /** Those that are enabled, with their names. No statement while nothing changes. */
  current(on: Queryable): Promise<{
    readonly index: PromotionIndex;
    readonly names: ReadonlyMap<string, LocalText>;
  }>;
  /** In the order of the codes. */
  lookUpCodes(
    on: Queryable,
    codes: readonly string[],
    when: { readonly at: Date; readonly channel: string; readonly customer?: string },
  ): Promise<readonly CodeState[]>;
}

export type CodeState =
  | { readonly kind: 'unlocks'; readonly promotionId: string }
  /** It is for one customer, and nobody has said who they are yet. */
  | { readonly kind: 'personal' }
  | { readonly kind: 'unknown' | 'not-begun' | 'over' | 'used-up' | 'disabled' | 'other-customer' };

/** A cart held against promotions. */
export interface PromotedCart {
  /** What it was held against. */
  readonly index: PromotionIndex;
  readonly cart: DiscountableCart;
  readonly promoted: PromotionResult;
  readonly codes: readonly { readonly code: string; readonly state: CodeState }[];
  /** Whether anything was given for the way of paying. */
  readonly isForTender: boolean;
  /** Names of promotions in the market's language. */
  readonly nameOf: (promotionId: string) => string;
}

export interface CartToPromote {
  readonly market: Market;
  readonly at: Date;
  readonly lines: readonly CartLine[];
  readonly facts: ReadonlyMap<string, LineFacts>;
  readonly codes: readonly string[];
  /** What staff took off the whole. */
  readonly byHand?: HandDiscount | undefined;
  /** Email of whoever brings the codes, when that is known. */
  readonly customer?: string;
  readonly shipping?: DiscountableCart['shipping'];
  readonly tender?: string;
}

/** What promotions take off these lines. Statements only for codes. */
export async function promoteCart(
  on: Queryable,
  promotions: CartPromotions,
  { market, at, lines, facts, codes, byHand, customer, shipping = [], tender }: CartToPromote,
): Promise<PromotedCart> {
  const { index, names } = await promotions.current(on);
  const states =
    codes.length === 0
      ? []
      : await promotions.lookUpCodes(on, codes, {
          at,
          channel: market.channel,
          ...(customer !== undefined && { customer }),
        });
  const manualTotal = heldDiscount(byHand, market.currency);
  const cart: DiscountableCart = {
    currency: market.currency,
    at,
    channel: market.channel,
    priceGroups: groupsIn(market.customerGroup),
    unlocked: states.flatMap((state, place) =>
      state.kind === 'unlocks' ? [{ promotionId: state.promotionId, code: codes[place]! }] : [],
    ),
    lines: lines.flatMap((line) => {
      const { id, variantId, quantity } = line;
      const fact = facts.get(variantId);
      if (!fact) return [];
      const { productId, categoryIds, allows } = fact;
      const manual = heldDiscount(line.byHand?.discount, market.currency);
      return [
        {
          id,
          variantId,
          productId,
          categories: categoryIds,
          quantity,
          unitPrice: linePriceOf(line, fact).price.amount,
          allows,
          ...(manual && { manual }),
        },
      ];
    }),
    shipping,
    ...(manualTotal && { manualTotal }),
    ...(tender !== undefined && { tender }),
  };
  const promoted = applyPromotions(index, cart);
  return {
    index,
    cart,
    promoted,
    isForTender: promoted.verdicts.some(
      ({ promotionId, verdict }) =>
        verdict.kind === 'applied' &&
        index.promotions[index.byPromotionId.get(promotionId)!]!.promotion.effect.kind === 'tender',
    ),
    codes: codes.map((code, place) => ({ code, state: states[place]! })),
    nameOf: (promotionId) =>
      promotionId === 'manual'
        ? givenByTheShop(market.locale)
        : textOf(names.get(promotionId), market.locale),
  };
}

function textOf(name: LocalText | undefined, locale: string): string {
  if (!name) return '';
  return name[locale] ?? name[locale.split('-')[0]!] ?? Object.values(name)[0] ?? '';
}
