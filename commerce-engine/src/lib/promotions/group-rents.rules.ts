import type { Deal } from './deal.rules.ts';
import type { ProblemBucket } from './deal-problem.rules.ts';
import { evenRents, gainInGroup } from './many-groups.rules.ts';

const ROUNDS = 3;

/**
 * Rents that make the bounds low: in a deal of two groups the scarce one becomes dear, until what its pieces and those of
 * the other group could gain elsewhere is in balance. One deal after the other, a few times round.
 * @param boundIn the most a piece can gain in a place of a deal that has no rents.
 */
export function balanceRents(
  deals: readonly Deal[],
  buckets: readonly ProblemBucket[],
  boundIn: (slot: ProblemBucket['slots'][number]) => number | undefined,
): readonly number[][] {
  const rents = deals.map(evenRents);
  const fixedBounds = buckets.map(({ slots }) => Math.max(0, ...slots.map((slot) => boundIn(slot) ?? 0)));
  const gains = buckets.map(({ slots }) =>
    slots.map((slot) => (boundIn(slot) === undefined ? gainInGroup(deals[slot.deal]!, slot) : 0)),
  );
  const places = deals.map((_, deal) =>
    buckets.flatMap(({ slots }, bucket) =>
      slots.flatMap((slot, position) =>
        slot.deal === deal && boundIn(slot) === undefined
          ? [{ bucket, group: slot.group, gain: gains[bucket]![position]! }]
          : [],
      ),
    ),
  );

  /** By bucket, the most a piece gains outside one deal. */
  function elsewhere(deal: number): number[] {
    return buckets.map(({ slots }, bucket) =>
      slots.reduce((most, slot, position) => {
        if (slot.deal === deal || boundIn(slot) !== undefined) return most;
        return Math.max(most, gains[bucket]![position]! - rents[slot.deal]![slot.group]!);
      }, fixedBounds[bucket]!),
    );
  }

  for (let round = 0; round < ROUNDS; round++) {
    for (const [deal, { groups }] of deals.entries()) {
      if (groups.length !== 2 || places[deal]!.length === 0) continue;
      const others = elsewhere(deal);
      const even = evenRents(deals[deal]!);
      const ratio = groups[1]!.quantity / groups[0]!.quantity;
      const shifted = (shift: number) => [even[0]! - shift * ratio, even[1]! + shift];
      const tries = places[deal]!.map(({ bucket, group, gain }) => {
        const spare = gain - even[group]! - others[bucket]!;
        return group === 1 ? spare : -spare / ratio;
      });
      let lowest = Number.POSITIVE_INFINITY;
      for (const shift of new Set([rents[deal]![1]! - even[1]!, ...tries])) {
        const next = shifted(shift);
        const most = new Map<number, number>();
        for (const { bucket, group, gain } of places[deal]!) {
          const bound = Math.max(most.get(bucket) ?? others[bucket]!, gain - next[group]!);
          most.set(bucket, bound);
        }
        let sum = 0;
        for (const [bucket, bound] of most) sum += buckets[bucket]!.quantity * bound;
        if (sum < lowest - 1e-9) [lowest, rents[deal]] = [sum, next];
      }
    }
  }
  return rents;
}
