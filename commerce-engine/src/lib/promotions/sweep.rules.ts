import type { DealMachine, DealProgress } from './deal-machine.rules.ts';
import type { Combination, DealMove, DealProblem } from './deal-problem.rules.ts';
import { pieceBounds } from './problem-machines.rules.ts';
import { layersOf, usefulCounts } from './useful-counts.rules.ts';

// One pass over the buckets, in falling order of price. For each the places its pieces can take in deals are visited; every
// way that leads to the same state of all deals is kept once, the best. What cannot beat the best known end any more, even
// if each later piece were worth its bound, is dropped, and so is what later pieces cannot finish. When more ways are left
// than the width, the least promising are given up; the best that any of them could have become bounds what is missing.

export interface Sweep extends Combination {
  /** No combination gains more. */
  readonly bound: number;
  readonly steps: number;
}

/** How far a sweep is; the width may depend on it. */
export interface SweepWork {
  readonly steps: number;
  readonly layersLeft: number;
  readonly branches: number;
}

interface Way {
  readonly gain: number;
  readonly progress: readonly DealProgress[];
  readonly credit: number;
  readonly left: number;
  readonly hope: number;
  readonly before?: Way;
  readonly move?: DealMove;
}

/** @param known a gain that was reached already: only better ones are looked for. */
export function sweep(
  { buckets }: DealProblem,
  machines: readonly DealMachine[],
  { widthOf, known }: { readonly widthOf: (work: SweepWork) => number; readonly known: number },
): Sweep {
  const bounds = pieceBounds(buckets, machines);
  const hopes = laterHopes(buckets, bounds);
  const supplies = laterSupplies(buckets, machines.length);
  const layers = buckets.map((bucket) => layersOf(bucket, machines));
  let layersLeft = layers.reduce((sum, each) => sum + each.length, 0);
  let steps = 0;
  let lost = machines.some(({ isRough }) => isRough) ? whole(hopes[0]!) : 0;
  const start: Way = {
    gain: 0,
    progress: machines.map((machine) => ({ state: machine.start, credit: 0 })),
    credit: 0,
    left: 0,
    hope: hopes[0]!,
  };
  let ways: readonly Way[] = [start];

  function keepBest(next: Map<string, Way>, branches: number): readonly Way[] {
    const alive = [...next.values()].filter((way) => whole(way.hope) > known || isSettled(way, machines));
    const width = widthOf({ steps, layersLeft, branches });
    if (alive.length <= width) return alive;
    alive.sort((a, b) => b.hope - a.hope || b.gain - a.gain);
    const given = alive.slice(width);
    lost = Math.max(lost, whole(given[0]!.hope));
    const kept = alive.slice(0, width);
    // Without a way whose deals are all finished there might be none at the end.
    const safe = given.filter((way) => isSettled(way, machines)).sort((a, b) => b.gain - a.gain)[0];
    return safe ? [...kept, safe] : kept;
  }

  for (const [index, bucket] of buckets.entries()) {
    const bound = bounds[index]!;
    ways = ways.map((way) => ({ ...way, left: bucket.quantity }));
    for (const slot of layers[index]!) {
      layersLeft -= 1;
      const machine = machines[slot.deal]!;
      const countsFor = usefulCounts(slot, bucket, machines);
      const next = new Map<string, Way>();
      let branches = 1;
      for (const way of ways) {
        const { tries, none, gaps } = countsFor(way.left);
        if (none) keep(next, way);
        if (gaps) lost = Math.max(lost, whole(way.hope));
        branches = Math.max(branches, tries.length + 1);
        const old = way.progress[slot.deal]!;
        for (const count of tries) {
          steps += 1;
          for (const { state, credit, gain, via } of machine.feed(old, { ...slot, count })) {
            const now = way.credit - old.credit + credit;
            const left = way.left - count;
            const hope = way.gain + gain + now + left * bound + hopes[index + 1]!;
            if (whole(hope) <= known) continue;
            keep(next, {
              gain: way.gain + gain,
              progress: way.progress.with(slot.deal, { state, credit }),
              credit: now,
              left,
              hope,
              before: way,
              move: { bucket: index, deal: slot.deal, group: slot.group, count, via },
            });
          }
        }
      }
      ways = keepBest(next, branches);
    }
    const done = new Map<string, Way>();
    const touched = [...new Set(bucket.slots.map(({ deal }) => deal))];
    for (const way of ways) {
      const isDead = touched.some((deal) =>
        machines[deal]!.needs(way.progress[deal]!.state).some(
          (need, group) => need > (supplies[index]![deal]![group] ?? 0),
        ),
      );
      if (!isDead) keep(done, { ...way, left: 0, hope: way.hope - way.left * bound });
    }
    ways = [...done.values()];
  }
  const best = ways.reduce<Way>((top, way) => (way.gain > top.gain ? way : top), start);
  return { moves: movesOf(best), gain: best.gain, bound: Math.max(best.gain, known, lost), steps };
}

/** Hopes are the only fractions here. They bound whole amounts, so what is less than one more is nothing. */
function whole(hope: number): number {
  return Math.floor(hope + 1e-6);
}

function laterHopes(buckets: DealProblem['buckets'], bounds: readonly number[]): number[] {
  const hopes = [0];
  for (const [index, { quantity }] of [...buckets.entries()].reverse()) {
    hopes.unshift(hopes[0]! + quantity * bounds[index]!);
  }
  return hopes;
}

/** By bucket, deal and group: how many pieces come after the bucket. */
function laterSupplies(buckets: DealProblem['buckets'], deals: number): number[][][] {
  const supply = Array.from({ length: deals }, (): number[] => []);
  return [...buckets]
    .reverse()
    .map(({ slots }) => {
      const after = supply.map((groups) => [...groups]);
      for (const { deal, group, quantity } of slots) {
        supply[deal]![group] = (supply[deal]![group] ?? 0) + quantity;
      }
      return after;
    })
    .reverse();
}

function keep(ways: Map<string, Way>, way: Way): void {
  let key = `${way.left}`;
  for (const { state } of way.progress) key += `|${state}`;
  const other = ways.get(key);
  if (!other || way.gain > other.gain) ways.set(key, way);
}

function isSettled({ progress }: Way, machines: readonly DealMachine[]): boolean {
  return progress.every(
    ({ state }, deal) =>
      state === machines[deal]!.start || machines[deal]!.needs(state).every((need) => need === 0),
  );
}

function movesOf(end: Way): DealMove[] {
  const moves: DealMove[] = [];
  for (let way: Way | undefined = end; way; way = way.before) {
    if (way.move) moves.push(way.move);
  }
  return moves.reverse();
}
