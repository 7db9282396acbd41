import { type Deal, dealsOf } from './deal.rules.ts';
import { takePieces } from './deal-applications.rules.ts';
import { type DealPiece, dealPiece } from './deal-piece.rules.ts';
import type { BucketSlot, DealMove, DealProblem } from './deal-problem.rules.ts';
import { searchDeals } from './deal-search.rules.ts';
import { independentParts } from './independent-parts.rules.ts';
import type { LivePromotion } from './live-promotions.rules.ts';
import { byId, giveEach, type PieceBucket } from './piece-bucket.rules.ts';
import { machinesOf, pieceBounds } from './problem-machines.rules.ts';
import type { PromotionSettings } from './promotion.rules.ts';
import { bestSingle, singleCutsByLine } from './single-cuts.rules.ts';

/** What promotions that look at lines do to buckets when they stand against each other. */
export interface StageResult {
  readonly buckets: readonly PieceBucket[];
  /** What they take off, by line id. */
  readonly found: ReadonlyMap<string, number>;
  /** Lines for whose deals a better combination may have been missed, and the most it could take off more. */
  readonly doubts: readonly { readonly lineIds: readonly string[]; readonly most: number }[];
  readonly steps: number;
}

export interface StageOptions {
  /** Whether compound promotions go together; otherwise each piece has one winner. */
  readonly chain: boolean;
  readonly settings: PromotionSettings;
  /** Steps the search for the best combination of deals may take. */
  readonly budget: number;
}

/** Each piece gets either what single promotions give it or its share of one deal, so that all together get the most. */
export function lineStage(
  buckets: readonly PieceBucket[],
  live: readonly LivePromotion[],
  options: StageOptions,
): StageResult {
  const { sorted, offers, deals, pieces, whole } = setOut(buckets, live, options);
  const { settings, budget } = options;
  const search = searchParts(whole, budget);
  const taken = sorted.map((): Taken[] => []);
  for (const [position, deal] of deals.entries()) {
    const moves = search.moves.filter((move) => move.deal === position);
    if (moves.length === 0) continue;
    const given = takePieces(deal, moves, {
      piece: (bucket) => pieces[bucket]!.get(deal)!,
      slot: (move) =>
        whole.buckets[move.bucket]!.slots.find(
          (slot) => slot.deal === position && slot.group === move.group,
        )!,
      lineId: (bucket) => sorted[bucket]!.line.id,
      settings,
    });
    for (const { bucket, quantity, share } of given) taken[bucket]!.push({ deal, quantity, share });
  }
  const found = new Map(sorted.map(({ line }) => [line.id, 0]));
  const gains = sorted.map(() => 0);
  const treated = sorted.flatMap((bucket, index) => {
    let rest = bucket.quantity;
    const parts = taken[index]!.map(({ deal, quantity, share }) => {
      const piece = pieces[index]!.get(deal)!;
      rest -= quantity;
      gains[index]! += quantity * piece.gainWith(share);
      const standing = deal.mode === 'always' ? bucket.standing : deal.mode;
      return { ...giveEach({ ...bucket, quantity }, piece.partsWith(share), standing), standing };
    });
    const offer = offers[index]!;
    if (rest === 0) return parts;
    return [...parts, giveEach({ ...bucket, quantity: rest }, offer.parts, offer.standing)];
  });
  for (const [index, { line, quantity }] of sorted.entries()) {
    const amount = quantity * offers[index]!.amount + gains[index]!;
    found.set(line.id, found.get(line.id)! + amount);
  }
  const doubts = search.parts.flatMap((part) => {
    const most = part.bound - part.buckets.reduce((sum, bucket) => sum + gains[bucket]!, 0);
    return most > 0 ? [{ lineIds: part.buckets.map((bucket) => sorted[bucket]!.line.id), most }] : [];
  });
  return { buckets: treated, found, doubts, steps: search.steps };
}

/** What a stage can do at all. */
export interface StageReach {
  /** The most one piece of a line can get, by line id, whatever the other pieces do. */
  readonly ceilings: ReadonlyMap<string, number>;
  /** Lines whose pieces hang together by deals. */
  readonly linked: readonly (readonly string[])[];
}

/** @param buckets one for each line. */
export function reachOfStage(
  buckets: readonly PieceBucket[],
  live: readonly LivePromotion[],
  options: StageOptions,
): StageReach {
  const { sorted, offers, whole } = setOut(buckets, live, options);
  const bounds = pieceBounds(whole.buckets, machinesOf(whole));
  return {
    ceilings: new Map(sorted.map(({ line }, index) => [line.id, offers[index]!.amount + bounds[index]!])),
    linked: independentParts(whole).map((part) => part.buckets.map((bucket) => sorted[bucket]!.line.id)),
  };
}

interface Taken {
  readonly deal: Deal;
  readonly quantity: number;
  readonly share: number;
}

interface SearchedParts {
  readonly moves: readonly DealMove[];
  readonly parts: readonly { readonly buckets: readonly number[]; readonly bound: number }[];
  readonly steps: number;
}

/** Deals that share no pieces are searched on their own; each part gets an equal share of the budget that is left. */
function searchParts(whole: DealProblem, budget: number): SearchedParts {
  const parts = independentParts(whole);
  let steps = 0;
  const moves: DealMove[] = [];
  const searched = parts.map((part, index) => {
    const share = Math.max(0, Math.floor((budget - steps) / (parts.length - index)));
    const search = searchDeals(part.problem, share);
    steps += search.steps;
    for (const move of search.moves) {
      moves.push({ ...move, bucket: part.buckets[move.bucket]!, deal: part.deals[move.deal]! });
    }
    return { buckets: part.buckets, bound: search.bound };
  });
  return { moves: moves.sort((a, b) => a.bucket - b.bucket), parts: searched, steps };
}

/** What each piece gets without deals, and what it is worth in each of them. */
function setOut(
  buckets: readonly PieceBucket[],
  live: readonly LivePromotion[],
  { chain, settings }: StageOptions,
) {
  const on = settings.compoundOn;
  const cuts = singleCutsByLine(live);
  const cutsOf = ({ line }: PieceBucket) => cuts.get(line.id) ?? [];
  const sorted = buckets.toSorted((a, b) => b.line.unitPrice - a.line.unitPrice || byId(a.line, b.line));
  const offers = sorted.map((bucket) => bestSingle(bucket, cutsOf(bucket), { chain, on }));
  const deals = dealsOf(live, settings);
  const pieces = sorted.map((bucket, index): ReadonlyMap<Deal, DealPiece> => {
    const wanted = deals.filter(({ groups }) => groups.some(({ lineIds }) => lineIds.has(bucket.line.id)));
    const setting = { cuts: cutsOf(bucket), offer: offers[index]!, chain, on };
    return new Map(wanted.map((deal) => [deal, dealPiece(deal, bucket, setting)]));
  });
  const whole: DealProblem = {
    deals,
    buckets: sorted.map((bucket, index) => ({
      quantity: bucket.quantity,
      slots: [...pieces[index]!].flatMap(([deal, piece]) =>
        slotsOf(deal, bucket).map((slot) => ({ ...slot, deal: deals.indexOf(deal), piece })),
      ),
    })),
  };
  return { sorted, offers, deals, pieces, whole };
}

function slotsOf({ groups }: Deal, { line, quantity }: PieceBucket) {
  const meant = groups.flatMap(({ lineIds }, group) => (lineIds.has(line.id) ? [group] : []));
  return meant.map(
    (group): Pick<BucketSlot, 'group' | 'quantity' | 'shared'> => ({
      group,
      quantity,
      shared: meant.length > 1,
    }),
  );
}
