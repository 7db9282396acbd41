import type { LineSelection, PriceCut, Promotion, PromotionEffect } from './promotion.rules.ts';
import { selectionsOf } from './promotion-index.rules.ts';

/** What is wrong with which part of a promotion; path as in `effect.groups.0.quantity`. */
export interface PromotionProblem {
  readonly path: string;
  readonly problem: string;
}

const ALL = 10_000;
/** Pieces one deal may need. */
const MAX_DEAL_SIZE = 50;

/** Why a promotion cannot be enabled as it is; empty when it can. */
export function promotionProblems(promotion: Promotion): PromotionProblem[] {
  const { effect, from, to, hours, priceGroups, currency } = promotion;
  const problems: PromotionProblem[] = [
    ...selectionsOf(effect).flatMap((selection, position) => selectionProblems(selection, position)),
    ...effectProblems(effect),
    ...cutsOf(effect).flatMap(({ path, cut }) => cutProblems(path, cut)),
  ];
  if (from !== undefined && to !== undefined && Date.parse(from) >= Date.parse(to)) {
    problems.push({ path: 'to', problem: 'expected a time after `from`' });
  }
  if (priceGroups && priceGroups.ids.length === 0) {
    problems.push({ path: 'priceGroups.ids', problem: 'expected a price group; leave it out for everyone' });
  }
  if (promotion.channels?.length === 0) {
    problems.push({ path: 'channels', problem: 'expected a channel; leave it out for every channel' });
  }
  if (hours?.windows.some(({ days }) => days.length === 0) || hours?.windows.length === 0) {
    problems.push({ path: 'hours.windows', problem: 'expected windows with at least one day each' });
  }
  if (currency === undefined && hasMoney(effect)) {
    problems.push({ path: 'currency', problem: 'expected the currency of its amounts' });
  }
  return problems;
}

function selectionProblems({ include }: LineSelection, position: number): PromotionProblem[] {
  if (include.length > 0) return [];
  return [
    { path: `effect.lines.${position}`, problem: 'expected a product, variant, category or everything' },
  ];
}

function effectProblems(effect: PromotionEffect): PromotionProblem[] {
  switch (effect.kind) {
    case 'simple':
      return [];
    case 'quantity':
      return [
        ...steps(
          'effect.levels',
          effect.levels.map(({ from }) => from),
        ),
        ...(effect.levels.some(({ from }) => from < 1)
          ? [{ path: 'effect.levels', problem: 'expected levels from one piece on' }]
          : []),
      ];
    case 'mix-and-match':
      return groupProblems(effect);
    case 'buy-x-get-y':
      return sizeProblems(effect.buy.quantity + effect.get.quantity);
    case 'gift':
      return effect.gift.quantity < 1
        ? [{ path: 'effect.gift.quantity', problem: 'expected at least one piece' }]
        : [];
    case 'threshold':
      return steps(
        'effect.tiers',
        effect.tiers.map(({ from }) => from),
      );
    case 'shipping':
    case 'tender':
      return [
        ...steps(
          'effect.tiers',
          effect.tiers.map(({ from }) => from),
        ),
        ...growing(
          'effect.tiers',
          effect.tiers.map(({ basisPoints }) => basisPoints),
        ),
        ...(effect.kind === 'tender' && effect.tenders.length === 0
          ? [{ path: 'effect.tenders', problem: 'expected a way of paying' }]
          : []),
      ];
  }
}

function groupProblems(effect: Extract<PromotionEffect, { kind: 'mix-and-match' }>): PromotionProblem[] {
  const { groups, deal } = effect;
  const size = groups.reduce((sum, { quantity }) => sum + quantity, 0);
  const problems = sizeProblems(size);
  if (deal.kind === 'cheapest' && (deal.pieces < 1 || deal.pieces >= size)) {
    problems.push({
      path: 'effect.deal.pieces',
      problem: `expected 1 to ${Math.max(1, size - 1)} of ${size} pieces`,
    });
  }
  if (deal.kind === 'per-group' && groups.every(({ cut }) => cut === undefined)) {
    problems.push({ path: 'effect.groups', problem: 'expected a cut for at least one group' });
  }
  return problems;
}

function sizeProblems(size: number): PromotionProblem[] {
  if (size >= 1 && size <= MAX_DEAL_SIZE) return [];
  return [{ path: 'effect', problem: `expected a deal of 1 to ${MAX_DEAL_SIZE} pieces, got ${size}` }];
}

/** Steps must begin higher each time. */
function steps(path: string, froms: readonly number[]): PromotionProblem[] {
  if (froms.length === 0) return [{ path, problem: 'expected at least one' }];
  const rises = froms.every((from, index) => index === 0 || from > froms[index - 1]!);
  return rises ? [] : [{ path, problem: 'expected each to begin higher than the one before' }];
}

function growing(path: string, values: readonly number[]): PromotionProblem[] {
  const grows = values.every((value, index) => index === 0 || value > values[index - 1]!);
  return grows ? [] : [{ path, problem: 'expected each to give more than the one before' }];
}

function cutsOf(effect: PromotionEffect): { readonly path: string; readonly cut: PriceCut }[] {
  switch (effect.kind) {
    case 'simple':
      return [{ path: 'effect.cut', cut: effect.cut }];
    case 'quantity':
      return effect.levels.map(({ cut }, index) => ({ path: `effect.levels.${index}.cut`, cut }));
    case 'threshold':
      return effect.tiers.map(({ cut }, index) => ({ path: `effect.tiers.${index}.cut`, cut }));
    case 'buy-x-get-y':
      return [{ path: 'effect.get.cut', cut: effect.get.cut }];
    case 'mix-and-match': {
      const { deal, groups } = effect;
      if (deal.kind === 'per-group') {
        return groups.flatMap(({ cut }, index) => (cut ? [{ path: `effect.groups.${index}.cut`, cut }] : []));
      }
      return deal.kind === 'cheapest'
        ? [{ path: 'effect.deal.cut', cut: deal.cut }]
        : [{ path: 'effect.deal', cut: deal }];
    }
    case 'shipping':
    case 'tender':
      return effect.tiers.map(({ basisPoints }, index) => ({
        path: `effect.tiers.${index}`,
        cut: { kind: 'percent', basisPoints },
      }));
    case 'gift':
      return [];
  }
}

function cutProblems(path: string, cut: PriceCut): PromotionProblem[] {
  if (cut.kind === 'percent') {
    if (cut.basisPoints > 0 && cut.basisPoints <= ALL) return [];
    return [{ path, problem: 'expected more than 0 and at most 100 percent' }];
  }
  if (cut.amount > 0 || (cut.kind === 'price' && cut.amount === 0)) return [];
  return [{ path, problem: 'expected an amount above 0' }];
}

function hasMoney(effect: PromotionEffect): boolean {
  if (cutsOf(effect).some(({ cut }) => cut.kind !== 'percent')) return true;
  if (effect.kind === 'gift') return (effect.fromAmount ?? 0) > 0;
  const hasTiers = effect.kind === 'threshold' || effect.kind === 'shipping' || effect.kind === 'tender';
  return hasTiers && effect.tiers.some(({ from }) => from > 0);
}
