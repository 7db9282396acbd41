import type { DealMachine } from './deal-machine.rules.ts';
import type { Combination, DealProblem } from './deal-problem.rules.ts';
import { machinesOf } from './problem-machines.rules.ts';
import { type Sweep, type SweepWork, sweep } from './sweep.rules.ts';

const FIRST_LOOK = 8;

/**
 * The best combination of deals within a budget of steps: a narrow sweep first; when that proves nothing, deals one after
 * the other, which is quick and rarely bad; then a wide sweep that looks only for better ends; what is left of the budget
 * goes to pairs of deals that are made anew together.
 */
export function searchDeals(problem: DealProblem, budget: number): Sweep {
  const machines = machinesOf(problem);
  let steps = 0;
  let bound = Number.POSITIVE_INFINITY;
  let best: Combination = { moves: [], gain: 0 };
  function look(found: Sweep): void {
    steps += found.steps;
    if (found.gain > best.gain) best = found;
  }
  const narrow = sweep(problem, machines, {
    widthOf: (work) => Math.min(FIRST_LOOK, fittingWidth(budget - work.steps, work)),
    known: 0,
  });
  look(narrow);
  bound = narrow.bound;
  if (bound > best.gain && steps < budget) {
    look(oneAfterTheOther(problem, machines, budget - steps));
    const share = Math.floor((budget - steps) * 0.7);
    const wide = sweep(problem, machines, {
      widthOf: (work) => fittingWidth(share - work.steps, work),
      known: best.gain,
    });
    look(wide);
    bound = Math.min(bound, wide.bound);
    if (bound > best.gain) look(improvePairs(problem, machines, best, budget - steps));
  }
  return { ...best, bound: Math.max(best.gain, bound), steps };
}

function fittingWidth(steps: number, { layersLeft, branches }: SweepWork): number {
  return Math.max(1, Math.floor(steps / Math.max(1, layersLeft) / branches));
}

/** Of the steps left, what one sweep over few deals may take. */
const FEW_DEALS_SHARE = 0.05;

/** Each deal takes its best of what the ones before it left: in the order of what each could gain alone, by two measures. */
function oneAfterTheOther(problem: DealProblem, machines: readonly DealMachine[], budget: number): Sweep {
  let steps = 0;
  const each = budget / (problem.deals.length * 9);
  const alone = problem.deals.map((_, deal) => {
    const found = sweepOnly(problem, machines, [deal], { moves: [], gain: 0 }, each);
    steps += found.steps;
    const pieces = found.moves.reduce((sum, { count }) => sum + count, 0);
    return { deal, gain: found.gain, density: pieces === 0 ? 0 : found.gain / pieces };
  });
  let best: Combination = { moves: [], gain: 0 };
  for (const measure of ['density', 'gain'] as const) {
    let now: Combination = { moves: [], gain: 0 };
    for (const { deal } of alone.toSorted((a, b) => b[measure] - a[measure] || a.deal - b.deal)) {
      const found = sweepOnly(problem, machines, [deal], now, each);
      steps += found.steps;
      now = join(now, found);
    }
    if (now.gain > best.gain) best = now;
  }
  return { ...best, bound: best.gain, steps };
}

/** Takes two deals out of a combination and makes them anew together, as long as the budget lasts and it helps. */
function improvePairs(
  problem: DealProblem,
  machines: readonly DealMachine[],
  start: Combination,
  budget: number,
): Sweep {
  let steps = 0;
  let best = start;
  const pairs = problem.deals.flatMap((_, a) => problem.deals.slice(a + 1).map((__, b) => [a, a + 1 + b]));
  for (let since = 0, next = 0; since < pairs.length && steps < budget; since++, next++) {
    const pair = pairs[next % pairs.length]!;
    const others = without(best, pair, problem, machines);
    const found = sweepOnly(problem, machines, pair, others, budget * FEW_DEALS_SHARE);
    steps += found.steps;
    const joined = join(others, found);
    if (joined.gain > best.gain) [best, since] = [joined, -1];
  }
  return { ...best, bound: best.gain, steps };
}

/** The best that some of the deals can do with the pieces a combination leaves. */
function sweepOnly(
  { deals, buckets }: DealProblem,
  machines: readonly DealMachine[],
  only: readonly number[],
  taken: Combination,
  budget: number,
): Sweep {
  const used = buckets.map(() => 0);
  for (const { bucket, count } of taken.moves) used[bucket]! += count;
  const some = buckets.flatMap(({ quantity, slots }, index) => {
    const left = quantity - used[index]!;
    const wanted = slots.filter(({ deal }) => only.includes(deal));
    if (left === 0 || wanted.length === 0) return [];
    const renamed = wanted.map((slot) => ({ ...slot, quantity: left, deal: only.indexOf(slot.deal) }));
    return [{ index, bucket: { quantity: left, slots: renamed } }];
  });
  const part: DealProblem = {
    deals: only.map((deal) => deals[deal]!),
    buckets: some.map(({ bucket }) => bucket),
  };
  const found = sweep(
    part,
    only.map((deal) => machines[deal]!),
    { widthOf: (work) => fittingWidth(budget - work.steps, work), known: 0 },
  );
  const moves = found.moves.map((move) => ({
    ...move,
    bucket: some[move.bucket]!.index,
    deal: only[move.deal]!,
  }));
  return { ...found, moves };
}

function join(a: Combination, b: Combination): Combination {
  const moves = [...a.moves, ...b.moves].sort((x, y) => x.bucket - y.bucket);
  return { moves, gain: a.gain + b.gain };
}

function without(
  { moves, gain }: Combination,
  deals: readonly number[],
  problem: DealProblem,
  machines: readonly DealMachine[],
): Combination {
  const taken = moves.filter(({ deal }) => deals.includes(deal));
  const kept = moves.filter(({ deal }) => !deals.includes(deal));
  const worth = deals.reduce((sum, deal) => sum + gainOf(taken, deal, problem, machines[deal]!), 0);
  return { moves: kept, gain: gain - worth };
}

/** What a deal's moves gain. */
function gainOf(
  moves: Combination['moves'],
  deal: number,
  { buckets }: DealProblem,
  machine: DealMachine,
): number {
  let gain = 0;
  let progress = { state: machine.start, credit: 0 };
  for (const move of moves) {
    if (move.deal !== deal) continue;
    const slot = buckets[move.bucket]!.slots.find((each) => each.deal === deal && each.group === move.group)!;
    const step = machine.feed(progress, { ...slot, count: move.count }).find(({ via }) => via === move.via)!;
    gain += step.gain;
    progress = step;
  }
  return gain;
}
