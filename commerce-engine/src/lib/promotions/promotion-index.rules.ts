import type { DiscountableLine } from './discountable-cart.rules.ts';
import { byId } from './piece-bucket.rules.ts';
import type {
  LineSelection,
  Promotion,
  PromotionEffect,
  PromotionSettings,
  Target,
} from './promotion.rules.ts';
import { weeklyHours } from './weekly-hours.rules.ts';

/** Promotions made ready to be asked many times. */
export interface PromotionIndex {
  readonly settings: PromotionSettings;
  /** By id. */
  readonly promotions: readonly IndexedPromotion[];
  readonly byPromotionId: ReadonlyMap<string, number>;
  /** By what a line can be hit by: which selections of which promotions name it. */
  readonly postings: ReadonlyMap<string, readonly Posting[]>;
}

export interface IndexedPromotion {
  readonly promotion: Promotion;
  readonly from: number;
  readonly to: number;
  readonly openAt: (at: Date) => boolean;
  readonly selections: readonly { readonly excluded: ReadonlySet<string>; readonly unit?: string }[];
}

interface Posting {
  readonly promotion: number;
  readonly selection: number;
}

/** Once per set of promotions: by product, variant and category, so that a cart only meets those that mean its lines. */
export function indexPromotions(
  promotions: readonly Promotion[],
  settings: PromotionSettings,
): PromotionIndex {
  const sorted = promotions.toSorted(byId);
  const postings = new Map<string, Posting[]>();
  const indexed = sorted.map((promotion, position) => {
    const selections = selectionsOf(promotion.effect);
    for (const [selection, { include }] of selections.entries()) {
      for (const key of new Set(include.map(keyOf))) {
        const found = postings.get(key);
        const posting = { promotion: position, selection };
        if (found) found.push(posting);
        else postings.set(key, [posting]);
      }
    }
    return {
      promotion,
      from: promotion.from === undefined ? Number.NEGATIVE_INFINITY : Date.parse(promotion.from),
      to: promotion.to === undefined ? Number.POSITIVE_INFINITY : Date.parse(promotion.to),
      openAt: promotion.hours ? weeklyHours(promotion.hours) : () => true,
      selections: selections.map(({ exclude = [], unit }) => ({
        excluded: new Set(exclude.map(keyOf)),
        unit,
      })),
    };
  });
  const byPromotionId = new Map(sorted.map(({ id }, position) => [id, position]));
  return { settings, promotions: indexed, byPromotionId, postings };
}

/** For each promotion that means any of the lines: by selection, the lines it means, in their order. */
export function findCandidates(
  index: PromotionIndex,
  lines: readonly DiscountableLine[],
): Map<number, DiscountableLine[][]> {
  const candidates = new Map<number, DiscountableLine[][]>();
  for (const line of lines) {
    const keys = keysOf(line);
    for (const key of keys) {
      for (const { promotion, selection } of index.postings.get(key) ?? []) {
        const { selections } = index.promotions[promotion]!;
        const { excluded, unit } = selections[selection]!;
        if (unit !== undefined && unit !== line.unit) continue;
        if (excluded.size > 0 && keys.some((each) => excluded.has(each))) continue;
        const found = candidates.get(promotion) ?? selections.map((): DiscountableLine[] => []);
        candidates.set(promotion, found);
        // Several targets of one selection may mean the same line.
        if (found[selection]!.at(-1) !== line) found[selection]!.push(line);
      }
    }
  }
  return candidates;
}

export function selectionsOf(effect: PromotionEffect): readonly LineSelection[] {
  if (effect.kind === 'mix-and-match') return effect.groups.map(({ lines }) => lines);
  if (effect.kind === 'buy-x-get-y') return [effect.buy.lines, effect.get.lines];
  return [effect.lines];
}

function keyOf(target: Target): string {
  return target.kind === 'everything' ? 'everything' : `${target.kind}:${target.id}`;
}

function keysOf(line: DiscountableLine): string[] {
  const categories = new Set(line.categories);
  return [
    'everything',
    `variant:${line.variantId}`,
    `product:${line.productId}`,
    ...Array.from(categories, (id) => `category:${id}`),
  ];
}
