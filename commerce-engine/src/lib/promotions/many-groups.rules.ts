import type { Deal } from './deal.rules.ts';
import type { DealMachine, FedPieces } from './deal-machine.rules.ts';

/**
 * Deals over several groups in which a piece's worth does not hang on the other pieces. The state is how many pieces each
 * group has more than the finished deals need (all of them when the deal has a limit).
 * @param rents by group; see {@link evenRents}.
 */
export function manyGroupsMachine(deal: Deal, rents: readonly number[]): DealMachine {
  const { groups, limit } = deal;
  const fixed = fixedPart(deal);
  const finishedBy = (counts: readonly number[]) => {
    let finished = Number.POSITIVE_INFINITY;
    for (const [group, { quantity }] of groups.entries()) {
      finished = Math.min(finished, Math.floor(counts[group]! / quantity));
    }
    return finished;
  };

  return {
    start: groups.map(() => 0).join(','),
    isRough: false,
    oneByOne: false,
    needs(state) {
      const counts = String(state).split(',').map(Number);
      const begun = Math.max(...counts.map((count, group) => Math.ceil(count / groups[group]!.quantity)));
      return counts.map((count, group) => begun * groups[group]!.quantity - count);
    },
    feed({ state }, { piece, group, count }) {
      const counts = String(state).split(',').map(Number);
      const before = finishedBy(counts);
      counts[group]! += count;
      if (limit !== undefined && counts[group]! > limit * groups[group]!.quantity) return [];
      const after = finishedBy(counts);
      const open = counts.map((each, index) => each - after * groups[index]!.quantity);
      const credit = open.reduce((sum, each, index) => sum - each * rents[index]!, 0);
      return [
        {
          state: (limit === undefined ? open : counts).join(','),
          gain: count * gainInGroup(deal, { piece, group }) + (after - before) * fixed,
          credit,
        },
      ];
    },
    bound: (fed) => gainInGroup(deal, fed) - rents[fed.group]!,
  };
}

/** What a finished deal is worth beside its pieces' own gains. */
function fixedPart({ value }: Deal): number {
  if (value.kind === 'price') return -value.amount;
  return value.kind === 'amount' ? value.amount : 0;
}

/** What a piece gains in a group, without its part of what the deal has as a whole. */
export function gainInGroup(
  { groups, value }: Deal,
  { piece, group }: Pick<FedPieces, 'piece' | 'group'>,
): number {
  const { cut } = groups[group]!;
  if (value.kind === 'price') return piece.gainWith(0) + piece.seen;
  return piece.gainWith(value.kind === 'per-piece' && cut ? piece.shareOf(cut) : 0);
}

/**
 * What a piece pays for its place in a group. Over a finished deal rents sum to minus its fixed part, so any such rents
 * make true bounds. These are the same for all groups.
 */
export function evenRents(deal: Deal): number[] {
  return deal.groups.map(() => -fixedPart(deal) / deal.size);
}
