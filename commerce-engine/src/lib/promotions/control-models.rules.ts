import { byPriority, inOrderOfEffect } from './compound-order.rules.ts';
import { lineStage } from './line-stage.rules.ts';
import { hasKind, type LivePromotion } from './live-promotions.rules.ts';
import type { PieceBucket } from './piece-bucket.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';
import { createStages, type Stages } from './stages.rules.ts';
import { applyThreshold, type LiveThreshold, thresholdStage } from './threshold.rules.ts';

export interface ControlResult {
  readonly buckets: readonly PieceBucket[];
  /** The most that better combinations of deals could take off, beyond what was found. 0 = there are none. */
  readonly gap: number;
}

/** Promotions on lines and thresholds, in the shop's control model; those that always hold come last. */
export function controlPromotions(
  fresh: readonly PieceBucket[],
  live: readonly LivePromotion[],
  settings: PromotionSettings,
): ControlResult {
  const usual = live.filter(({ promotion }) => promotion.mode !== 'always');
  const always = live.filter(({ promotion }) => promotion.mode === 'always');
  // Across priorities a threshold between two stages ties all lines it means together.
  const isTied = settings.control === 'across-priorities' && usual.some((each) => hasKind(each, 'threshold'));
  const stages = createStages(fresh, settings, { isTied });
  const model = settings.control === 'within-priority' ? withinPriority : acrossPriorities;
  const controlled = model(fresh, usual, settings, stages);
  return { buckets: alwaysOnTop(controlled, always, settings, stages), gap: stages.gap() };
}

type ControlModel = (
  fresh: readonly PieceBucket[],
  live: readonly LivePromotion[],
  settings: PromotionSettings,
  stages: Stages,
) => readonly PieceBucket[];

const withinPriority: ControlModel = (fresh, live, settings, stages) => {
  const thresholds = live.filter((each): each is LiveThreshold => hasKind(each, 'threshold'));
  let buckets = fresh;
  for (const group of byPriority(live.filter((each) => !hasKind(each, 'threshold')))) {
    for (const exclusive of [true, false]) {
      const members = group.filter(({ promotion }) => (promotion.mode === 'exclusive') === exclusive);
      if (members.length === 0) continue;
      const isOpen = ({ standing, closed }: PieceBucket) => standing === 'open' && !closed;
      const stage = stages.run(buckets.filter(isOpen), members, { chain: !exclusive });
      buckets = [...buckets.filter((bucket) => !isOpen(bucket)), ...stage.buckets];
    }
  }
  const done = new Set<string>();
  for (const group of byPriority(thresholds)) {
    buckets = thresholdStage(buckets, group, { done, settings });
    for (const { promotion } of group) done.add(promotion.id);
  }
  return buckets;
};

const acrossPriorities: ControlModel = (fresh, live, settings, stages) => {
  let buckets = fresh;
  for (const group of byPriority(live)) {
    for (const exclusive of [true, false]) {
      const members = group.filter(({ promotion }) => (promotion.mode === 'exclusive') === exclusive);
      if (members.length === 0) continue;
      const mayGet = ({ standing, closed }: PieceBucket) =>
        !closed && (exclusive ? standing === 'open' : standing !== 'exclusive');
      const winners = oneWinner(buckets.filter(mayGet), members, settings, stages);
      buckets = [...buckets.filter((bucket) => !mayGet(bucket)), ...winners];
    }
  }
  return buckets;
};

/** Steps for finding out whether a threshold takes more off than other promotions do. */
const QUICK = 500;

/** A threshold takes the place of a priority on its lines when it takes more off them than all else of that priority. */
function oneWinner(
  buckets: readonly PieceBucket[],
  members: readonly LivePromotion[],
  settings: PromotionSettings,
  stages: Stages,
): readonly PieceBucket[] {
  const others = members.filter((each) => !hasKind(each, 'threshold'));
  let thresholds = members.filter((each): each is LiveThreshold => hasKind(each, 'threshold'));
  let open = buckets;
  const won: PieceBucket[] = [];
  while (thresholds.length > 0) {
    const stage = lineStage(open, others, { chain: false, settings, budget: QUICK });
    const offByLine = new Map<string, number>();
    for (const { line, quantity, left } of open) add(offByLine, line.id, quantity * left);
    for (const { line, quantity, left } of stage.buckets) add(offByLine, line.id, -quantity * left);
    const options = thresholds.map((threshold) => {
      const put = applyThreshold(open, threshold, { mayTouch: () => true, settings });
      const lineIds = new Set([...put.touched].map(({ line }) => line.id));
      const instead = [...lineIds].reduce((sum, id) => sum + offByLine.get(id)!, 0);
      return { threshold, ...put, more: put.amount - instead };
    });
    const best = options.reduce<(typeof options)[number] | undefined>(
      (top, option) => (option.more > (top?.more ?? 0) ? option : top),
      undefined,
    );
    if (!best) break;
    won.push(...best.touched);
    open = best.buckets.filter((bucket) => !best.touched.has(bucket));
    thresholds = thresholds.filter((threshold) => threshold !== best.threshold);
  }
  return [...won, ...stages.run(open, others, { chain: false }).buckets];
}

function add(sums: Map<string, number>, key: string, amount: number): void {
  sums.set(key, (sums.get(key) ?? 0) + amount);
}

function alwaysOnTop(
  controlled: readonly PieceBucket[],
  always: readonly LivePromotion[],
  settings: PromotionSettings,
  stages: Stages,
): readonly PieceBucket[] {
  let buckets = controlled;
  const isOpen = ({ closed }: PieceBucket) => !closed;
  for (const group of byPriority(always)) {
    for (const each of group.toSorted((a, b) => inOrderOfEffect(a.promotion, b.promotion))) {
      buckets = hasKind(each, 'threshold')
        ? applyThreshold(buckets, each, { mayTouch: isOpen, settings }).buckets
        : [
            ...buckets.filter((bucket) => !isOpen(bucket)),
            ...stages.run(buckets.filter(isOpen), [each], { chain: false, onTop: true }).buckets,
          ];
    }
  }
  return buckets;
}
