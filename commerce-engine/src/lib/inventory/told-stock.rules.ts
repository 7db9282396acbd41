import {
  mayBeOwed,
  openOf,
  partsOf,
  placesOf,
  promisableAt,
  type StockOnDay,
  type StockPart,
  wholeAt,
} from './bundle.rules.ts';
import { preorderable, type StockPolicy, type ToldStock, toldStock } from './inventory.rules.ts';

/** More pieces than this nobody buys at once: then it is not told how many may still be preordered. */
const TOLD_AT_MOST = 99;

/** What can be sold of a variant: of its own stock, or of its components' when it is a bundle. */
export interface Offer {
  /** Pieces that are there. */
  readonly available: number;
  /** Pieces that can be promised; may be infinite. */
  readonly orderable: number;
  /** The latest day on which all of it is out, `YYYY-MM-DD`; absent = it is out. */
  readonly shipsFrom?: string;
}

/** All that is known of stock, by variant, on a local day. */
export function stockOn<
  Stock extends StockOnDay & { readonly policy: Pick<StockPolicy, 'preorder'>; readonly preordered: number },
>(stock: ReadonlyMap<string, Stock>, day: string): ReadonlyMap<string, Stock> {
  // Also where it is out, as it may have been looked at on another day before.
  return new Map([...stock].map(([id, own]) => [id, { ...own, preorderable: preorderable(own, day) }]));
}

/** What these locations can sell of a variant. @param stock on the day, with the components of bundles. */
export function offerOf(
  variantId: string,
  stock: ReadonlyMap<string, StockOnDay>,
  locations: readonly string[],
): Offer {
  const parts = partsOf(variantId, stock);
  const available = sum(locations.map((locationId) => wholeAt(parts, locationId)));
  const promisable = parts.every(({ stock: own }) => mayBeOwed(own))
    ? Number.POSITIVE_INFINITY
    : sum(locations.map((locationId) => promisableAt(parts, locationId)));
  const open = openOf(parts);
  if (open === undefined) return { available, orderable: promisable };
  return { available, orderable: Math.min(open, promisable), shipsFrom: lastDayOf(parts) };
}

/** What shoppers of a channel are told: SPEC rules INV-6, PRE-1 and PRE-2. */
export function toldOf({ available, orderable, shipsFrom }: Offer, policy: StockPolicy): ToldStock {
  if (shipsFrom !== undefined) {
    if (orderable <= 0) return { class: 'sold-out' };
    return { class: 'preorder', shipsFrom, ...(orderable <= TOLD_AT_MOST && { left: orderable }) };
  }
  return toldStock(available, { ...policy, backorder: orderable > 0 });
}

/** What shoppers are told of a store: what is not there, or not out yet, cannot be had there. SPEC rules INV-7 and PRE-3. */
export function toldInStore({ available, shipsFrom }: Offer, policy: StockPolicy): ToldStock {
  if (shipsFrom !== undefined) return { class: 'sold-out' };
  return toldStock(available, { ...policy, backorder: false });
}

/**
 * Everything shoppers are told about a variant: by channel and by store. The stock is made ready once for all that are asked for.
 * @param days the local day of each channel.
 */
export function everythingTold<
  Stock extends StockOnDay & { readonly policy: StockPolicy; readonly preordered: number },
>(
  stock: ReadonlyMap<string, Stock>,
  {
    channels,
    days,
  }: {
    readonly channels: readonly { readonly id: string; readonly locations: readonly string[] }[];
    readonly days: ReadonlyMap<string, string>;
  },
): (variantId: string) => ReadonlyMap<string, ToldStock> {
  const dayOf = (id: string) => days.get(id) ?? '';
  const stockOnDays = new Map(
    [...new Set(channels.map(({ id }) => dayOf(id)))].map((day) => [day, stockOn(stock, day)] as const),
  );
  return (variantId) => {
    const { policy } = stock.get(variantId)!;
    return new Map([
      ...channels.map(({ id, locations }) => {
        const offer = offerOf(variantId, stockOnDays.get(dayOf(id))!, locations);
        return [`channel ${id}`, toldOf(offer, policy)] as const;
      }),
      ...[...stockOnDays].flatMap(([day, known]) =>
        placesOf(partsOf(variantId, known)).map(
          (id) => [`store ${id} ${day}`, toldInStore(offerOf(variantId, known, [id]), policy)] as const,
        ),
      ),
    ]);
  };
}

function lastDayOf(parts: readonly StockPart<StockOnDay>[]): string {
  return parts
    .flatMap(({ stock }) => (stock?.preorderable === undefined ? [] : stock.policy.preorder!.shipsFrom))
    .sort()
    .at(-1)!;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
