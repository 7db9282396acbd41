import type { Deal } from './deal.rules.ts';
import type { DealMachine } from './deal-machine.rules.ts';
import type { DealPiece } from './deal-piece.rules.ts';

/**
 * Deals over one group. Fed in falling order of price, each run of `size` pieces is a deal: no other grouping of the same
 * pieces is worth more, unless a cut is worth more on a cheaper piece (`isRough`). The state is how many pieces the unfinished one has (all of them when the deal has a limit).
 */
export function singleGroupMachine(deal: Deal, { isRough = false } = {}): DealMachine {
  const { size, value, limit, groups } = deal;
  const cut = groups[0]!.cut;

  /** How many of `count` pieces from a position on are among the cheapest of their deal. */
  function cheapest(position: number, count: number): number {
    if (value.kind !== 'cheapest') return 0;
    const upTo = (end: number) =>
      Math.floor(end / size) * value.pieces + Math.max(0, (end % size) - (size - value.pieces));
    return upTo(position + count) - upTo(position);
  }

  return {
    start: 0,
    run: { size, endless: limit === undefined },
    isRough,
    oneByOne: false,
    needs: (state) => [(size - (Number(state) % size)) % size],
    feed({ state, credit }, fed) {
      const { piece, count } = fed;
      const placed = Number(state);
      if (limit !== undefined && placed + count > limit * size) return [];
      const position = placed % size;
      const finished = Math.floor((position + count) / size);
      const rest = (position + count) % size;
      const next = limit === undefined ? rest : placed + count;
      const plain = piece.gainWith(0);
      if (value.kind === 'price') {
        const gain = count * (plain + piece.seen) - finished * value.amount;
        return [{ state: next, gain, credit: (-value.amount * rest) / size }];
      }
      if (value.kind === 'amount') {
        const gain = count * plain + finished * value.amount;
        return [{ state: next, gain, credit: (value.amount * rest) / size }];
      }
      if (value.kind === 'per-piece') {
        return [{ state: next, gain: count * piece.gainWith(cut ? piece.shareOf(cut) : 0), credit: 0 }];
      }
      const each = cheapestGain(deal, piece);
      const share = (value.pieces / size) * each;
      return [
        {
          state: next,
          gain: count * plain + cheapest(position, count) * each,
          credit:
            finished === 0
              ? credit + count * share - cheapest(position, count) * each
              : rest * share - cheapest(0, rest) * each,
        },
      ];
    },
    bound(fed) {
      const { piece } = fed;
      const plain = piece.gainWith(0);
      if (value.kind === 'price') return plain + piece.seen - value.amount / size;
      if (value.kind === 'amount') return plain + value.amount / size;
      if (value.kind === 'per-piece') return piece.gainWith(cut ? piece.shareOf(cut) : 0);
      // The cheapest of a deal are on average no dearer than all of it.
      return plain + (isRough ? 1 : value.pieces / size) * cheapestGain(deal, piece);
    },
  };
}

/**
 * What a piece gains by being among the cheapest. When that is spread over the deal, compound percentages follow on other
 * pieces than here; then this is the most it can be.
 */
export function cheapestGain({ value }: Deal, piece: DealPiece): number {
  if (value.kind !== 'cheapest') return 0;
  const share = piece.shareOf(value.cut);
  return value.spread ? share : piece.gainWith(share) - piece.gainWith(0);
}
