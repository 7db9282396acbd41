import type { DealMachine } from './deal-machine.rules.ts';
import type { BucketSlot, ProblemBucket } from './deal-problem.rules.ts';

/**
 * The places a bucket's pieces are offered to one after the other; one piece at a time where the deal wants that. The deal
 * that is worth most when the bucket's pieces make it alone comes last: see {@link usefulCounts}.
 */
export function layersOf(bucket: ProblemBucket, machines: readonly DealMachine[]): BucketSlot[] {
  const best = bestRun(bucket, machines);
  const order = best ? [...bucket.slots.filter((slot) => slot !== best), best] : bucket.slots;
  return order.flatMap((slot) =>
    machines[slot.deal]!.oneByOne ? Array.from({ length: bucket.quantity }, () => slot) : [slot],
  );
}

/** Numbers of pieces to try, falling. */
export interface Counts {
  readonly tries: readonly number[];
  /** Whether taking none is worth trying. */
  readonly none: boolean;
  /** Whether numbers are left out that could be better. */
  readonly gaps: boolean;
}

/**
 * How many of a bucket's pieces are worth trying in a place. Its pieces are alike: as many of them as make whole deals both
 * here and in the best run would be worth no less there. So elsewhere there are never that many, and of the best run no
 * whole deal is left out. This keeps a line of many pieces nearly as cheap as one of few. Where nothing can be said, of
 * many numbers only some are tried.
 */
export function usefulCounts(
  slot: BucketSlot,
  bucket: ProblemBucket,
  machines: readonly DealMachine[],
): (left: number) => Counts {
  const { run, oneByOne } = machines[slot.deal]!;
  if (oneByOne) return (left) => ({ tries: left > 0 ? [1] : [], none: true, gaps: false });
  const best = bestRun(bucket, machines);
  if (!best || !run) return (left) => some(left);
  const size = machines[best.deal]!.run!.size;
  if (slot === best) {
    return (left) => {
      const least = Math.max(0, left - size + 1);
      return { tries: falling(left, Math.max(1, least)), none: least === 0, gaps: false };
    };
  }
  const most = leastCommonMultiple(run.size, size) + 2 * (run.size - 1);
  return (left) => some(Math.min(left, most));
}

const FEW = 24;
const EDGE = 8;

function some(most: number): Counts {
  if (most <= FEW) return { tries: falling(most, 1), none: true, gaps: false };
  const between = Array.from({ length: EDGE }, (_, index) =>
    Math.round((most * (EDGE - index)) / (EDGE + 1)),
  );
  const tries = new Set([...falling(most, most - EDGE + 1), ...between, ...falling(EDGE, 1)]);
  return { tries: [...tries].sort((a, b) => b - a), none: true, gaps: true };
}

function falling(from: number, to: number): number[] {
  return Array.from({ length: Math.max(0, from - to + 1) }, (_, index) => from - index);
}

function bestRun({ slots }: ProblemBucket, machines: readonly DealMachine[]): BucketSlot | undefined {
  let best: BucketSlot | undefined;
  let most = 0;
  for (const slot of slots) {
    const machine = machines[slot.deal]!;
    if (!machine.run?.endless || machine.bound(slot) <= most) continue;
    [best, most] = [slot, machine.bound(slot)];
  }
  return best;
}

function leastCommonMultiple(a: number, b: number): number {
  let [x, y] = [a, b];
  while (y > 0) [x, y] = [y, x % y];
  return (a * b) / x;
}
