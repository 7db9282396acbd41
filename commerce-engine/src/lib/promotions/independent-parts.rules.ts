import type { DealProblem } from './deal-problem.rules.ts';

/** A part of a problem, with the positions its deals and buckets have in the whole. */
export interface IndependentPart {
  readonly problem: DealProblem;
  readonly deals: readonly number[];
  readonly buckets: readonly number[];
}

/** Takes a problem apart into parts that share no pieces: small ones first, so that what they leave helps the large. */
export function independentParts({ deals, buckets }: DealProblem): IndependentPart[] {
  const parent = deals.map((_, index) => index);
  function root(deal: number): number {
    let top = deal;
    while (parent[top] !== top) top = parent[top]!;
    return top;
  }
  for (const { slots } of buckets) {
    const [first, ...others] = slots;
    for (const slot of others) parent[root(slot.deal)] = root(first!.deal);
  }
  const parts = new Map<number, { deals: number[]; buckets: number[] }>();
  for (const [index, { slots }] of buckets.entries()) {
    if (slots.length === 0) continue;
    const top = root(slots[0]!.deal);
    const part = parts.get(top) ?? { deals: [], buckets: [] };
    parts.set(top, part);
    part.buckets.push(index);
  }
  for (const deal of deals.keys()) parts.get(root(deal))?.deals.push(deal);
  return [...parts.values()]
    .map((part) => ({
      ...part,
      problem: {
        deals: part.deals.map((deal) => deals[deal]!),
        buckets: part.buckets.map((bucket) => ({
          quantity: buckets[bucket]!.quantity,
          slots: buckets[bucket]!.slots.map((slot) => ({ ...slot, deal: part.deals.indexOf(slot.deal) })),
        })),
      },
    }))
    .sort((a, b) => a.buckets.length * a.deals.length - b.buckets.length * b.deals.length);
}
