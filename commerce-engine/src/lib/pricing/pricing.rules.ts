import { compareMoney, type Money } from '../money/money.rules.ts';

/** One price row of one variant, in a list that is for the market. */
export interface PriceCandidate {
  readonly id: string;
  readonly listId: string;
  readonly priority: number;
  /** How closely the list is bound: 2 for a customer group, plus 1 for a channel. */
  readonly specificity: number;
  readonly kind: 'regular' | 'sale';
  readonly minQuantity: number;
  readonly price: Money;
  /** ISO time from which it holds, included. Absent = ever since. */
  readonly from?: string;
  /** ISO time until which it holds, excluded. Absent = until changed. */
  readonly to?: string;
}

/** Why a candidate holds, or why it does not. */
export type PriceVerdict =
  | 'holds'
  /** It is the regular price, and a sale price holds. */
  | 'crossed-out'
  | 'not-begun'
  | 'over'
  | 'needs-more-pieces'
  | 'better-quantity-break'
  | 'list-outranked'
  | 'not-below-regular'
  | 'another-is-lower';

/** From here on a list is bound to a customer group. */
const FOR_A_GROUP = 2;

export interface ResolvedPrice {
  readonly price: Money;
  /** The price without the sale; equal to `price` when there is none. */
  readonly regular: Money;
  readonly onSale: boolean;
  /** The row that holds. */
  readonly chosen: PriceCandidate;
  /** ISO time of the next moment at which a candidate begins or ends. */
  readonly validUntil?: string;
  /** Every candidate with the reason why it holds or not. */
  readonly explanation: readonly { readonly candidate: PriceCandidate; readonly verdict: PriceVerdict }[];
}

/**
 * What one piece costs: SPEC rules PRICE-1 to PRICE-6. Pure, the same on the server and at the till.
 * @param candidates rows of one variant in lists that are for the market, in one currency.
 * @returns undefined when no row holds.
 */
export function resolvePrice(
  candidates: readonly PriceCandidate[],
  when: { readonly quantity: number; readonly at: Date },
): ResolvedPrice | undefined {
  const verdicts = new Map<PriceCandidate, PriceVerdict>();
  const standing = candidates.filter((candidate) => {
    const verdict = absence(candidate, when);
    if (verdict) verdicts.set(candidate, verdict);
    return verdict === undefined;
  });
  const regular = bestRegular(standing, verdicts);
  const sale = bestSale(standing, regular, verdicts);
  const chosen = sale ?? regular;
  if (!chosen) return undefined;
  if (regular && sale) verdicts.set(regular, 'crossed-out');
  verdicts.set(chosen, 'holds');
  return {
    price: chosen.price,
    regular: (regular ?? chosen).price,
    onSale: regular !== undefined && sale !== undefined,
    chosen,
    validUntil: nextBoundary(candidates, when),
    explanation: candidates.map((candidate) => ({ candidate, verdict: verdicts.get(candidate)! })),
  };
}

/**
 * The lowest price that held at any moment of a window, `from` included, `to` not.
 * @returns undefined when there was none.
 */
export function lowestPrice(
  candidates: readonly PriceCandidate[],
  window: { readonly from: Date; readonly to: Date; readonly quantity: number },
): Money | undefined {
  const { from, to, quantity } = window;
  const moments = candidates
    .flatMap((candidate) => [candidate.from, candidate.to])
    .flatMap((moment) => (moment === undefined ? [] : [Date.parse(moment)]))
    .filter((moment) => moment > from.getTime() && moment < to.getTime());
  return [from.getTime(), ...moments]
    .flatMap((moment) => resolvePrice(candidates, { quantity, at: new Date(moment) })?.price ?? [])
    .sort(compareMoney)[0];
}

function absence(
  candidate: PriceCandidate,
  { quantity, at }: { quantity: number; at: Date },
): PriceVerdict | undefined {
  if (candidate.from !== undefined && Date.parse(candidate.from) > at.getTime()) return 'not-begun';
  if (candidate.to !== undefined && Date.parse(candidate.to) <= at.getTime()) return 'over';
  if (candidate.minQuantity > quantity) return 'needs-more-pieces';
  return undefined;
}

function bestRegular(
  standing: readonly PriceCandidate[],
  verdicts: Map<PriceCandidate, PriceVerdict>,
): PriceCandidate | undefined {
  const [best, ...others] = bestOfLists(standing, 'regular', verdicts).sort(
    (a, b) => rank(a, b) || lowerForGroups(a, b) || inOrder(a.listId, b.listId),
  );
  for (const other of others) verdicts.set(other, 'list-outranked');
  return best;
}

function bestSale(
  standing: readonly PriceCandidate[],
  regular: PriceCandidate | undefined,
  verdicts: Map<PriceCandidate, PriceVerdict>,
): PriceCandidate | undefined {
  const lower = bestOfLists(standing, 'sale', verdicts).filter((sale) => {
    if (!regular) return true;
    const reason: PriceVerdict | undefined =
      rank(sale, regular) > 0
        ? 'list-outranked'
        : compareMoney(sale.price, regular.price) >= 0
          ? 'not-below-regular'
          : undefined;
    if (reason) verdicts.set(sale, reason);
    return reason === undefined;
  });
  const [best, ...others] = lower.sort((a, b) => compareMoney(a.price, b.price) || byRankThenBreak(a, b));
  for (const other of others) verdicts.set(other, 'another-is-lower');
  return best;
}

/** Of each list the row that holds in it: SPEC rule PRICE-3. */
function bestOfLists(
  standing: readonly PriceCandidate[],
  wanted: PriceCandidate['kind'],
  verdicts: Map<PriceCandidate, PriceVerdict>,
): PriceCandidate[] {
  const best = new Map<string, PriceCandidate>();
  for (const row of standing.filter(({ kind }) => kind === wanted).sort(byRankThenBreak)) {
    if (best.has(row.listId)) verdicts.set(row, 'better-quantity-break');
    else best.set(row.listId, row);
  }
  return [...best.values()];
}

/** Lists of several groups somebody is in: which of them was given first is no reason to pay more. */
function lowerForGroups(a: PriceCandidate, b: PriceCandidate): number {
  return a.specificity >= FOR_A_GROUP ? compareMoney(a.price, b.price) : 0;
}

/** Negative when `a`'s list ranks higher, 0 when they rank alike. */
function rank(a: PriceCandidate, b: PriceCandidate): number {
  return b.priority - a.priority || b.specificity - a.specificity;
}

function byRankThenBreak(a: PriceCandidate, b: PriceCandidate): number {
  return (
    rank(a, b) ||
    inOrder(a.listId, b.listId) ||
    b.minQuantity - a.minQuantity ||
    compareMoney(a.price, b.price) ||
    inOrder(a.id, b.id)
  );
}

function inOrder(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

function nextBoundary(
  candidates: readonly PriceCandidate[],
  { quantity, at }: { quantity: number; at: Date },
): string | undefined {
  const next = candidates
    .filter(({ minQuantity }) => minQuantity <= quantity)
    .flatMap(({ from, to }) => [from, to])
    .flatMap((moment) => (moment === undefined ? [] : [Date.parse(moment)]))
    .filter((moment) => moment > at.getTime())
    .reduce((earliest, moment) => Math.min(earliest, moment), Number.POSITIVE_INFINITY);
  return Number.isFinite(next) ? new Date(next).toISOString() : undefined;
}
