import { lineStage, reachOfStage, type StageReach, type StageResult } from './line-stage.rules.ts';
import type { LivePromotion } from './live-promotions.rules.ts';
import type { PieceBucket } from './piece-bucket.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';

/** Stages that run one after the other on one budget, and what they may have missed together. */
export interface Stages {
  run(
    buckets: readonly PieceBucket[],
    live: readonly LivePromotion[],
    options: {
      readonly chain: boolean;
      /** Comes on top of what pieces got in other stages. Default: as the control model says. */
      readonly onTop?: boolean;
    },
  ): StageResult;
  /** The most that better combinations of deals could take off more; 0 = there are none. */
  gap(): number;
}

interface RunStage {
  readonly result: StageResult;
  readonly reach: StageReach;
  readonly onTop: boolean;
}

/**
 * @param fresh one bucket for each line, before any promotion.
 * @param isTied whether what a line gets may hang on any other line: then a doubt about one is a doubt about all.
 */
export function createStages(
  fresh: readonly PieceBucket[],
  settings: PromotionSettings,
  { isTied }: { readonly isTied: boolean },
): Stages {
  let budget = settings.searchBudget;
  const doubtful: RunStage[] = [];
  let met: ReadonlyMap<string, number> = new Map();
  const all = new Map(fresh.map(({ line, quantity }) => [line.id, quantity]));

  return {
    run(buckets, live, { chain, onTop = settings.control === 'across-priorities' }) {
      const options = { chain, settings, budget };
      const result = lineStage(buckets, live, options);
      budget = Math.max(0, budget - result.steps);
      if (doubtful.length === 0 && result.doubts.length > 0) met = quantities(buckets);
      if (doubtful.length > 0 || result.doubts.length > 0) {
        doubtful.push({ result, reach: reachOfStage(fresh, live, options), onTop });
      }
      return result;
    },
    gap() {
      const { apart, lineIds } = followDoubts(doubtful, { met, all, isTied });
      const together = mostTogether(doubtful, lineIds, { met, all });
      return Math.max(0, Math.ceil(Math.min(apart, together) - 1e-6));
    },
  };
}

/**
 * From stage to stage: where a combination is in doubt, it counts with its own bound. Lines of which other pieces might
 * then have been left for later stages, and all that hang together with these, count there with all they can get at most.
 */
function followDoubts(
  stages: readonly RunStage[],
  { met, all, isTied }: { met: Quantities; all: Quantities; isTied: boolean },
): { readonly apart: number; readonly lineIds: ReadonlySet<string> } {
  let lineIds = new Set<string>();
  let apart = 0;
  for (const { result, reach, onTop } of stages) {
    if (lineIds.size > 0) {
      const reached = isTied
        ? [...all.keys()]
        : reach.linked.filter((ids) => ids.some((id) => lineIds.has(id)));
      lineIds = new Set([...lineIds, ...reached.flat()]);
    }
    for (const id of lineIds) {
      const pieces = (onTop ? all : met).get(id) ?? 0;
      apart += pieces * (reach.ceilings.get(id) ?? 0) - (result.found.get(id) ?? 0);
    }
    const counted = new Set(lineIds);
    for (const doubt of result.doubts) {
      if (doubt.lineIds.some((id) => counted.has(id))) continue;
      apart += doubt.most;
      for (const id of doubt.lineIds) lineIds.add(id);
    }
  }
  return { apart, lineIds };
}

/** Lines in doubt with the best stage for each of their pieces, and what comes on top: often less than stage by stage. */
function mostTogether(
  stages: readonly RunStage[],
  lineIds: ReadonlySet<string>,
  { met, all }: { met: Quantities; all: Quantities },
): number {
  let sum = 0;
  for (const id of lineIds) {
    const ceilings = (onTop: boolean) =>
      stages.filter((stage) => stage.onTop === onTop).map(({ reach }) => reach.ceilings.get(id) ?? 0);
    const onTop = ceilings(true).reduce((total, each) => total + each, 0);
    const found = stages.reduce((total, { result }) => total + (result.found.get(id) ?? 0), 0);
    sum += (met.get(id) ?? 0) * Math.max(0, ...ceilings(false)) + (all.get(id) ?? 0) * onTop - found;
  }
  return sum;
}

type Quantities = ReadonlyMap<string, number>;

function quantities(buckets: readonly PieceBucket[]): Quantities {
  const sums = new Map<string, number>();
  for (const { line, quantity } of buckets) sums.set(line.id, (sums.get(line.id) ?? 0) + quantity);
  return sums;
}
