import type { DiscountableCart, DiscountableLine, PromotionVerdict } from './discountable-cart.rules.ts';
import type { Promotion, PromotionEffect } from './promotion.rules.ts';
import { findCandidates, type IndexedPromotion, type PromotionIndex } from './promotion-index.rules.ts';

/** A promotion that holds for this cart, here and now, and the lines it means. */
export interface LivePromotion<Effect extends PromotionEffect = PromotionEffect> {
  readonly promotion: Promotion & { readonly effect: Effect };
  readonly code?: string;
  /** By selection of its effect. */
  readonly lines: readonly (readonly DiscountableLine[])[];
}

/** Narrows by the kind of effect. */
export function hasKind<Kind extends PromotionEffect['kind']>(
  live: LivePromotion,
  ...kinds: readonly Kind[]
): live is LivePromotion<Extract<PromotionEffect, { kind: Kind }>> {
  return (kinds as readonly string[]).includes(live.promotion.effect.kind);
}

/**
 * Which promotions hold for this cart, and why the others that mean its lines do not.
 * @param lines in their order; `open` tells which of them promotions may touch.
 */
export function findLive(
  index: PromotionIndex,
  cart: DiscountableCart,
  { lines, open }: { lines: readonly DiscountableLine[]; open: (line: DiscountableLine) => boolean },
): { readonly live: readonly LivePromotion[]; readonly refused: Map<string, PromotionVerdict> } {
  const candidates = findCandidates(index, lines);
  const codes = new Map<number, string>();
  for (const { promotionId, code } of cart.unlocked) {
    const position = index.byPromotionId.get(promotionId);
    if (position === undefined) continue;
    if (!candidates.has(position)) candidates.set(position, []);
    const other = codes.get(position);
    if (other === undefined || code < other) codes.set(position, code);
  }
  const live: LivePromotion[] = [];
  const refused = new Map<string, PromotionVerdict>();
  for (const position of [...candidates.keys()].sort((a, b) => a - b)) {
    const indexed = index.promotions[position]!;
    const meant = candidates.get(position)!;
    const code = codes.get(position);
    const refusal = refusalOf(indexed, cart, code);
    const some = meant.some((each) => each.length > 0);
    const touchable = meant.map((each) => each.filter(open));
    if (refusal) refused.set(indexed.promotion.id, refusal);
    else if (!some) refused.set(indexed.promotion.id, { kind: 'no-line' });
    else if (touchable.every((each) => each.length === 0)) {
      refused.set(indexed.promotion.id, { kind: 'excluded-line' });
    } else live.push({ promotion: indexed.promotion, code, lines: touchable });
  }
  return { live, refused };
}

function refusalOf(
  { promotion, from, to, openAt }: IndexedPromotion,
  cart: DiscountableCart,
  code: string | undefined,
): PromotionVerdict | undefined {
  const at = cart.at.getTime();
  if (at < from) return { kind: 'not-begun' };
  if (at >= to) return { kind: 'over' };
  if (promotion.channels && !promotion.channels.includes(cart.channel)) return { kind: 'other-channel' };
  if (!isMeant(promotion.priceGroups, cart.priceGroups)) return { kind: 'other-group' };
  if (promotion.currency !== undefined && promotion.currency !== cart.currency) {
    return { kind: 'other-currency' };
  }
  if (promotion.coupon && code === undefined) return { kind: 'needs-coupon' };
  if (!openAt(cart.at)) return { kind: 'outside-hours' };
  const { effect } = promotion;
  if (effect.kind === 'tender' && !effect.tenders.includes(cart.tender ?? ''))
    return { kind: 'other-tender' };
  return undefined;
}

function isMeant(wanted: Promotion['priceGroups'], groups: readonly string[]): boolean {
  if (!wanted) return true;
  const has = (id: string) => groups.includes(id);
  return wanted.match === 'all' ? wanted.ids.every(has) : wanted.ids.some(has);
}
