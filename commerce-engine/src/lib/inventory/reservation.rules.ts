import {
  type Allocation,
  allocationsOf,
  freeAt,
  type HeldPart,
  openOf,
  partsOf,
  promisableAt,
  type StockOnDay,
  wholeAt,
} from './bundle.rules.ts';

/** Pieces of one variant that somebody wants. */
export interface Demand {
  readonly variantId: string;
  readonly quantity: number;
}

export type AllocationOutcome =
  | {
      readonly kind: 'allocated';
      readonly parts: readonly Allocation[];
      /** The same in pieces of what has stock of its own. */
      readonly held: readonly HeldPart[];
    }
  /** Every variant there is too little of, with the pieces that could be had. */
  | { readonly kind: 'not-enough'; readonly short: readonly { variantId: string; free: number }[] };

type Stock = ReadonlyMap<string, StockOnDay>;

/**
 * SPEC rules RES-2 to RES-4, PRE-2 and BUN-4: demand is summed for each variant, then one location that has everything is taken,
 * else pieces are gathered in the order of the locations.
 * @param stock with the components of bundles.
 * @param locations in order of preference.
 * @param inStore handed over there: nothing is owed, INV-7 and PRE-3.
 */
export function allocateDemand(
  demand: readonly Demand[],
  stock: Stock,
  locations: readonly string[],
  { inStore = false }: { readonly inStore?: boolean } = {},
): AllocationOutcome {
  return allocateParts([{ demand, locations, inStore }], stock);
}

/** Demand that may be met from these locations only, in order of preference. */
export interface DemandPart {
  readonly demand: readonly Demand[];
  readonly locations: readonly string[];
  /** Handed over in a store. */
  readonly inStore?: boolean;
}

/** The same for what goes different ways: all of it, or what is short of any. A piece is allocated once. */
export function allocateParts(parts: readonly DemandPart[], stock: Stock): AllocationOutcome {
  /** Bundles that found too little where others had taken first: they choose before the others then. */
  const first: string[] = [];
  for (;;) {
    const outcome = allocateInOrder(parts, stock, first);
    if (outcome.kind === 'allocated') return outcome;
    const next = outcome.short.find(
      ({ variantId }) => stock.get(variantId)?.components && !first.includes(variantId),
    );
    if (!next) return outcome;
    first.unshift(next.variantId);
  }
}

function allocateInOrder(
  parts: readonly DemandPart[],
  stock: Stock,
  first: readonly string[],
): AllocationOutcome {
  let left = stock;
  const held: HeldPart[] = [];
  const short: { variantId: string; free: number }[] = [];
  // What a store hands over lies there alone; what is sent may come from elsewhere.
  const strictFirst = parts
    .map((part) => ({ ...part, inStore: part.inStore ?? false }))
    .toSorted((one, other) => Number(other.inStore) - Number(one.inStore));
  for (const { demand, locations, inStore } of strictFirst) {
    const wanted = summed(demand);
    const whole = locations.find((locationId) => hasAll(left, locationId, wanted));
    const order = whole === undefined ? locations : [whole];
    const got = new Map<string, readonly HeldPart[]>();
    for (const variantId of inTurn([...wanted.keys()], { stock, first })) {
      const quantity = wanted.get(variantId)!;
      const { own, free } = allocateOne({ variantId, quantity }, left, { locations, order, inStore });
      if (free < quantity) short.push({ variantId, free });
      else left = own.reduce(without, left);
      got.set(variantId, own);
    }
    held.push(...[...wanted.keys()].flatMap((variantId) => got.get(variantId)!));
  }
  if (short.length > 0) return { kind: 'not-enough', short: short.toSorted(byVariant) };
  const all = merged(held);
  return { kind: 'allocated', parts: allocationsOf(all), held: all };
}

/** As many of these pieces as can be had, each from one place: SPEC rule BUN-4. */
function allocateOne(
  { variantId, quantity }: Demand,
  stock: Stock,
  {
    locations,
    order,
    inStore,
  }: { readonly locations: readonly string[]; readonly order: readonly string[]; readonly inStore: boolean },
): { readonly own: readonly HeldPart[]; readonly free: number } {
  const open = openOf(partsOf(variantId, stock)) ?? Number.POSITIVE_INFINITY;
  const most = inStore && open !== Number.POSITIVE_INFINITY ? 0 : Math.min(quantity, open);
  let missing = most;
  let left = stock;
  const own: HeldPart[] = [];
  const take = (locationId: string, piecesOf: typeof wholeAt) => {
    const parts = partsOf(variantId, left);
    const pieces = Math.min(missing, piecesOf(parts, locationId));
    if (pieces <= 0) return;
    missing -= pieces;
    const taken = parts.map((part): HeldPart => {
      const wanted = pieces * part.perPiece;
      const there = Math.min(wanted, freeAt(part.stock, locationId));
      return {
        soldAs: variantId,
        variantId: part.variantId,
        locationId,
        perPiece: part.perPiece,
        partCount: parts.length,
        quantity: there,
        backordered: wanted - there,
      };
    });
    left = taken.reduce(without, left);
    own.push(...taken);
  };
  for (const locationId of order) take(locationId, wholeAt);
  if (!inStore) for (const locationId of locations) take(locationId, promisableAt);
  return { own, free: most - missing };
}

/** Whether a location has free what all of them take together. */
function hasAll(stock: Stock, locationId: string, wanted: ReadonlyMap<string, number>): boolean {
  const taken = new Map<string, number>();
  for (const [variantId, pieces] of wanted)
    for (const part of partsOf(variantId, stock))
      taken.set(part.variantId, (taken.get(part.variantId) ?? 0) + pieces * part.perPiece);
  return [...taken].every(([variantId, pieces]) => freeAt(stock.get(variantId), locationId) >= pieces);
}

/** Bundles choose before single pieces, which are found in more places. */
function inTurn(
  variantIds: readonly string[],
  { stock, first }: { readonly stock: Stock; readonly first: readonly string[] },
): string[] {
  const sizeOf = (variantId: string) => stock.get(variantId)?.components?.length ?? 0;
  return [
    ...first.filter((variantId) => variantIds.includes(variantId)),
    ...variantIds.filter((variantId) => !first.includes(variantId)).toSorted((a, b) => sizeOf(b) - sizeOf(a)),
  ];
}

function without(left: Stock, { variantId, locationId, quantity, backordered }: HeldPart): Stock {
  const stock = left.get(variantId);
  if (!stock) return left;
  const levels = new Map(stock.levels);
  const level = levels.get(locationId);
  if (level) levels.set(locationId, { ...level, reserved: level.reserved + quantity });
  const { preorderable: open } = stock;
  const preorderable = open === undefined ? {} : { preorderable: open - quantity - backordered };
  return new Map(left).set(variantId, { ...stock, ...preorderable, levels });
}

/** What is there and what is owed at the same place are one part. */
function merged(parts: readonly HeldPart[]): HeldPart[] {
  const sums = new Map<string, HeldPart>();
  for (const part of parts) {
    const key = `${part.soldAs} ${part.variantId} ${part.locationId}`;
    const before = sums.get(key);
    sums.set(
      key,
      before
        ? {
            ...part,
            quantity: before.quantity + part.quantity,
            backordered: before.backordered + part.backordered,
          }
        : part,
    );
  }
  return [...sums.values()];
}

/** In the order of the variants' ids, so that the same is always answered the same. */
function summed(demand: readonly Demand[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { variantId, quantity } of demand) sums.set(variantId, (sums.get(variantId) ?? 0) + quantity);
  return new Map([...sums].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function byVariant(a: { readonly variantId: string }, b: { readonly variantId: string }): number {
  return a.variantId < b.variantId ? -1 : 1;
}
