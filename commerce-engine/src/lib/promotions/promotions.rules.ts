import {
  discountShipping,
  discountTender,
  type LiveShipping,
  type LiveTender,
  spentOn,
} from './charge-discounts.rules.ts';
import { controlPromotions } from './control-models.rules.ts';
import type {
  DiscountableCart,
  DiscountableLine,
  DiscountedLine,
  DiscountPart,
  PromotionResult,
  PromotionVerdict,
} from './discountable-cart.rules.ts';
import { findLive, hasKind, type LivePromotion } from './live-promotions.rules.ts';
import { applyManual } from './manual-discount.rules.ts';
import { byId, type PieceBucket } from './piece-bucket.rules.ts';
import type { Promotion } from './promotion.rules.ts';
import type { PromotionIndex } from './promotion-index.rules.ts';
import { whyNot } from './verdicts.rules.ts';

export { indexPromotions, type PromotionIndex } from './promotion-index.rules.ts';

/**
 * What promotions take off a cart, and why the others do not. Pure: the same on the server, in a browser and at the till.
 * @throws RangeError for quantities and prices that are no whole numbers from 0.
 */
export function applyPromotions(index: PromotionIndex, cart: DiscountableCart): PromotionResult {
  const { settings } = index;
  const lines = cart.lines.filter(requireWhole).sort(byId);
  const isReplaced = (line: DiscountableLine) =>
    line.manual !== undefined && line.allows === 'everything' && settings.manual === 'replaces';
  const isOpen = (line: DiscountableLine) => line.allows !== 'no-discounts' && !isReplaced(line);
  const { live, refused } = findLive(index, cart, { lines, open: isOpen });
  const fresh = lines
    .filter(({ quantity }) => quantity > 0)
    .map(
      (line): PieceBucket => ({
        line,
        quantity: line.quantity,
        left: line.unitPrice,
        parts: [],
        standing: 'open',
        closed: !isOpen(line),
      }),
    );

  const onLines = live.filter((each) => !hasKind(each, 'shipping', 'tender', 'gift'));
  const controlled = controlPromotions(fresh, onLines, settings);
  const byHand = withManual(controlled.buckets, cart, index);
  const tenders = live.filter((each): each is LiveTender => hasKind(each, 'tender'));
  const paid = discountTender(byHand, tenders);
  const shippings = live.filter((each): each is LiveShipping => hasKind(each, 'shipping'));
  const shipping = discountShipping(byHand, shippings, { cart, settings });
  const gifts = live.flatMap((each) => {
    if (!hasKind(each, 'gift')) return [];
    const { id: promotionId, effect } = each.promotion;
    const pieces = each.lines[0]!.reduce((sum, { quantity }) => sum + quantity, 0);
    const isEarned = pieces >= (effect.fromPieces ?? 1) && spentOn(byHand, each) >= (effect.fromAmount ?? 0);
    return isEarned ? [{ promotionId, ...effect.gift }] : [];
  });

  const codes = new Map(live.map(({ promotion, code }) => [promotion.id, code]));
  const byLine = new Map(lines.map(({ id }): [string, PieceBucket[]] => [id, []]));
  for (const bucket of paid) byLine.get(bucket.line.id)!.push(bucket);
  const result = {
    lines: cart.lines.map(({ id }) => describeLine(id, byLine.get(id) ?? [], codes)),
    shipping,
    gifts,
  };
  return {
    ...result,
    verdicts: verdictsOf({ index, cart, live, refused, result, buckets: byHand }),
    optimum: controlled.gap === 0 ? { kind: 'exact' } : { kind: 'within', gap: controlled.gap },
  };
}

function requireWhole({ id, quantity, unitPrice }: DiscountableLine): true {
  if (Number.isSafeInteger(quantity) && quantity >= 0 && Number.isSafeInteger(unitPrice) && unitPrice >= 0) {
    return true;
  }
  throw new RangeError(
    `Line "${id}" has ${quantity} pieces at ${unitPrice}. Expected whole pieces and whole minor units from 0.`,
  );
}

/** Manual discounts on lines, then the one on the whole. */
function withManual(
  buckets: readonly PieceBucket[],
  cart: DiscountableCart,
  { settings }: PromotionIndex,
): readonly PieceBucket[] {
  let now: readonly PieceBucket[] = buckets.toSorted((a, b) => byId(a.line, b.line));
  for (const { id, manual } of cart.lines) {
    if (manual) now = applyManual(now, manual, { settings, isMeant: ({ line }) => line.id === id });
  }
  now = now.toSorted((a, b) => byId(a.line, b.line));
  if (!cart.manualTotal) return now;
  return applyManual(now, cart.manualTotal, { settings, isMeant: () => true });
}

function describeLine(
  id: string,
  buckets: readonly PieceBucket[],
  codes: ReadonlyMap<string, string | undefined>,
): DiscountedLine {
  const units = new Map<number, number>();
  const amounts = new Map<string, number>();
  for (const { line, quantity, left, parts } of buckets) {
    const discount = line.unitPrice - left;
    units.set(discount, (units.get(discount) ?? 0) + quantity);
    for (const { promotionId, amount } of parts) {
      amounts.set(promotionId, (amounts.get(promotionId) ?? 0) + quantity * amount);
    }
  }
  return {
    id,
    discount: [...units].reduce((sum, [discount, quantity]) => sum + discount * quantity, 0),
    units: [...units]
      .map(([discount, quantity]) => ({ quantity, discount }))
      .sort((a, b) => b.discount - a.discount),
    parts: [...amounts]
      .map(([promotionId, amount]): DiscountPart => ({ promotionId, code: codes.get(promotionId), amount }))
      .sort((a, b) => byId({ id: a.promotionId }, { id: b.promotionId })),
  };
}

function verdictsOf({
  index,
  cart,
  live,
  refused,
  result,
  buckets,
}: {
  readonly index: PromotionIndex;
  readonly cart: DiscountableCart;
  readonly live: readonly LivePromotion[];
  readonly refused: ReadonlyMap<string, PromotionVerdict>;
  readonly result: Pick<PromotionResult, 'lines' | 'shipping' | 'gifts'>;
  readonly buckets: readonly PieceBucket[];
}): PromotionResult['verdicts'] {
  const given = new Map<string, number>(result.gifts.map(({ promotionId }) => [promotionId, 0]));
  for (const { promotionId, amount } of [...result.lines, ...result.shipping].flatMap(({ parts }) => parts)) {
    given.set(promotionId, (given.get(promotionId) ?? 0) + amount);
  }
  const promotionOf = (id: string): Promotion[] => {
    const position = index.byPromotionId.get(id);
    return position === undefined ? [] : [index.promotions[position]!.promotion];
  };
  const onLine = new Map(result.lines.map(({ id, parts }) => [id, parts]));
  const onShipping = result.shipping.flatMap(({ parts }) => parts);
  const judged = live.map((each) => {
    const { id, effect } = each.promotion;
    const amount = given.get(id);
    if (amount !== undefined) return { promotionId: id, verdict: { kind: 'applied' as const, amount } };
    const parts =
      effect.kind === 'shipping'
        ? onShipping
        : each.lines.flat().flatMap((line) => onLine.get(line.id) ?? []);
    const isTender = effect.kind === 'tender';
    const winners = parts
      .flatMap(({ promotionId }) => promotionOf(promotionId))
      .filter((winner) => (winner.effect.kind === 'tender') === isTender);
    return { promotionId: id, verdict: whyNot(each, { cart, buckets, winners }) };
  });
  return [...judged, ...[...refused].map(([promotionId, verdict]) => ({ promotionId, verdict }))].sort(
    (a, b) => byId({ id: a.promotionId }, { id: b.promotionId }),
  );
}
