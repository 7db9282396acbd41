import type { Deal } from './deal.rules.ts';
import type { DealMachine, DealSlot } from './deal-machine.rules.ts';
import type { DealProblem, ProblemBucket } from './deal-problem.rules.ts';
import { balanceRents } from './group-rents.rules.ts';
import { manyGroupsMachine } from './many-groups.rules.ts';
import { orderedGroupsMachine } from './ordered-groups.rules.ts';
import { cheapestGain, singleGroupMachine } from './single-group.rules.ts';

export function machinesOf({ deals, buckets }: DealProblem): readonly DealMachine[] {
  const slotsBy = deals.map((_, position) =>
    buckets.flatMap(({ slots }) => slots.filter((slot) => slot.deal === position)),
  );
  const special = deals.map((deal, position) => specialMachine(deal, slotsBy[position]!));
  const rents = balanceRents(deals, buckets, (slot) => special[slot.deal]?.bound(slot));
  return deals.map((deal, position) => special[position] ?? manyGroupsMachine(deal, rents[position]!));
}

/** So many can be looked at one by one. */
const FEW_PIECES = 24;

/** For deals over one group, and for those in which the order of price counts. */
function specialMachine(deal: Deal, slots: readonly DealSlot[]): DealMachine | undefined {
  const isCheapest = deal.value.kind === 'cheapest';
  const gains = isCheapest ? slots.map(({ piece }) => cheapestGain(deal, piece)) : [];
  const fallsWithPrice = gains.every((gain, index) => index === 0 || gain <= gains[index - 1]!);
  if (deal.groups.length === 1) {
    const pieces = slots.reduce((sum, { quantity }) => sum + quantity, 0);
    if (fallsWithPrice) return singleGroupMachine(deal);
    if (pieces > FEW_PIECES) return singleGroupMachine(deal, { isRough: true });
  }
  return isCheapest || deal.gotAreCheaper ? orderedGroupsMachine(deal) : undefined;
}

/** By bucket, the most a piece of it can gain in any deal: no combination gains more than the sum over all pieces. */
export function pieceBounds(buckets: readonly ProblemBucket[], machines: readonly DealMachine[]): number[] {
  return buckets.map(({ slots }) => Math.max(0, ...slots.map((slot) => machines[slot.deal]!.bound(slot))));
}
