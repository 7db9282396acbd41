import type { StockLevel, StockPolicy } from './inventory.rules.ts';

/** Pieces of one variant that somebody wants. */
export interface Demand {
  readonly variantId: string;
  readonly quantity: number;
}

/** What is known of a variant's stock when it is allocated. */
export interface StockToAllocate {
  readonly policy: Pick<StockPolicy, 'backorder'>;
  /** It is not out: so many pieces of it may still be promised, whether they are there or not. Absent = it is out. */
  readonly preorderable?: number;
  readonly levels: ReadonlyMap<string, StockLevel>;
}

/** Where wanted pieces come from. */
export interface Allocation {
  readonly variantId: string;
  readonly locationId: string;
  /** Pieces that are there. */
  readonly quantity: number;
  /** Pieces that will have to come first; only where the variant may be sold without stock, or before it is out. */
  readonly backordered: number;
}

export type AllocationOutcome =
  | { readonly kind: 'allocated'; readonly parts: readonly Allocation[] }
  /** Every variant there is too little of, with the pieces that could be had. */
  | { readonly kind: 'not-enough'; readonly short: readonly { variantId: string; free: number }[] };

/**
 * SPEC rules RES-2 to RES-4 and PRE-2: demand is summed for each variant, then one location that has everything is taken, else
 * pieces are gathered in the order of the locations.
 * @param locations in order of preference.
 * @param inStore handed over there: nothing is owed, INV-7 and PRE-3.
 */
export function allocateDemand(
  demand: readonly Demand[],
  stock: ReadonlyMap<string, StockToAllocate>,
  locations: readonly string[],
  { inStore = false }: { readonly inStore?: boolean } = {},
): AllocationOutcome {
  const wanted = summed(demand);
  const freeAt = (variantId: string, locationId: string): number => {
    const level = stock.get(variantId)?.levels.get(locationId);
    return level ? Math.max(0, level.onHand - level.reserved - level.buffer) : 0;
  };
  const whole = locations.find((locationId) =>
    [...wanted].every(([variantId, quantity]) => freeAt(variantId, locationId) >= quantity),
  );
  const order = whole === undefined ? locations : [whole];
  const parts: Allocation[] = [];
  const short: { variantId: string; free: number }[] = [];
  for (const [variantId, quantity] of wanted) {
    const preorderable = stock.get(variantId)?.preorderable;
    const open = inStore && preorderable !== undefined ? 0 : preorderable;
    if (open !== undefined && quantity > open) {
      short.push({ variantId, free: open });
      continue;
    }
    const gathered = gather(quantity, order, (locationId) => freeAt(variantId, locationId));
    const missing = quantity - sum(gathered.map((part) => part.quantity));
    const [first] = locations;
    const mayBeOwed = !inStore && (open !== undefined || stock.get(variantId)?.policy.backorder);
    if (missing > 0 && (first === undefined || !mayBeOwed)) {
      short.push({ variantId, free: quantity - missing });
      continue;
    }
    parts.push(...withBackorder(variantId, gathered, { missing, first: first ?? '' }));
  }
  return short.length > 0 ? { kind: 'not-enough', short } : { kind: 'allocated', parts };
}

/** Demand that may be met from these locations only, in order of preference. */
export interface DemandPart {
  readonly demand: readonly Demand[];
  readonly locations: readonly string[];
  /** Handed over in a store. */
  readonly inStore?: boolean;
}

/** The same for what goes different ways: all of it, or what is short of any. A piece is allocated once. */
export function allocateParts(
  parts: readonly DemandPart[],
  stock: ReadonlyMap<string, StockToAllocate>,
): AllocationOutcome {
  const left = new Map(stock);
  const outcomes = parts.map(({ demand, locations, inStore = false }) => {
    const outcome = allocateDemand(demand, left, locations, { inStore });
    for (const part of outcome.kind === 'allocated' ? outcome.parts : []) take(left, part);
    return outcome;
  });
  const short = outcomes.flatMap((outcome) => (outcome.kind === 'not-enough' ? outcome.short : []));
  if (short.length > 0) return { kind: 'not-enough', short };
  return {
    kind: 'allocated',
    parts: outcomes.flatMap((outcome) => (outcome.kind === 'allocated' ? outcome.parts : [])),
  };
}

function take(left: Map<string, StockToAllocate>, part: Allocation): void {
  const { variantId, locationId, quantity, backordered } = part;
  const stock = left.get(variantId);
  if (!stock) return;
  const levels = new Map(stock.levels);
  const level = levels.get(locationId);
  if (level) levels.set(locationId, { ...level, reserved: level.reserved + quantity });
  const { preorderable: open } = stock;
  const preorderable = open === undefined ? {} : { preorderable: open - quantity - backordered };
  left.set(variantId, { ...stock, ...preorderable, levels });
}

/** In the order of the variants' ids, so that nobody's locks cross. */
function summed(demand: readonly Demand[]): Map<string, number> {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of demand) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function gather(quantity: number, order: readonly string[], freeAt: (locationId: string) => number) {
  let rest = quantity;
  return order.flatMap((locationId) => {
    const taken = Math.min(rest, freeAt(locationId));
    rest -= taken;
    return taken > 0 ? [{ locationId, quantity: taken }] : [];
  });
}

function withBackorder(
  variantId: string,
  gathered: readonly { locationId: string; quantity: number }[],
  { missing, first }: { missing: number; first: string },
): Allocation[] {
  const parts = gathered.map((part) => ({ variantId, ...part, backordered: 0 }));
  if (missing === 0) return parts;
  const at = parts.findIndex(({ locationId }) => locationId === first);
  if (at < 0) return [...parts, { variantId, locationId: first, quantity: 0, backordered: missing }];
  return parts.map((part, index) => (index === at ? { ...part, backordered: missing } : part));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
