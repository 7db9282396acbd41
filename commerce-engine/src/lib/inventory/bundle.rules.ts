import type { StockLevel, StockPolicy } from './inventory.rules.ts';

/** Pieces of a variant in one piece of a bundle. */
export interface Component {
  readonly variantId: string;
  readonly quantity: number;
}

/** What is known of a variant's stock on a day. */
export interface StockOnDay {
  readonly policy: Pick<StockPolicy, 'backorder' | 'preorder'>;
  /** It is not out: so many pieces of it may still be promised, whether they are there or not. Absent = it is out. */
  readonly preorderable?: number;
  readonly levels: ReadonlyMap<string, StockLevel>;
  /** Of a bundle: it has no stock of its own. */
  readonly components?: readonly Component[] | undefined;
}

/** What one piece that is sold takes out of stock: a piece of the variant itself, or a bundle's components. */
export interface StockPart<Stock> {
  readonly variantId: string;
  readonly perPiece: number;
  /** Undefined = nobody set it up. */
  readonly stock: Stock | undefined;
}

/** Every question about stock begins here: SPEC rule BUN-3. */
export function partsOf<Stock extends Pick<StockOnDay, 'components'>>(
  variantId: string,
  stock: ReadonlyMap<string, Stock>,
): readonly StockPart<Stock>[] {
  const own = stock.get(variantId);
  if (!own?.components) return [{ variantId, perPiece: 1, stock: own }];
  return own.components.map((component) => ({
    variantId: component.variantId,
    perPiece: component.quantity,
    stock: stock.get(component.variantId),
  }));
}

/** The variants whose stock is meant, each once and in order. */
export function stockedIn<Stock extends Pick<StockOnDay, 'components'>>(
  variantIds: readonly string[],
  stock: ReadonlyMap<string, Stock>,
): string[] {
  const ids = variantIds.flatMap((id) => partsOf(id, stock).map(({ variantId }) => variantId));
  return [...new Set(ids)].sort();
}

/** Pieces that can be put together of what is free at one place. */
export function wholeAt(parts: readonly StockPart<StockOnDay>[], locationId: string): number {
  return Math.min(...parts.map(({ stock, perPiece }) => Math.floor(freeAt(stock, locationId) / perPiece)));
}

/** Pieces that can be promised by one place when it owes what it may owe; what may not be owed has to be there. */
export function promisableAt(parts: readonly StockPart<StockOnDay>[], locationId: string): number {
  const firm = parts.filter(({ stock }) => !mayBeOwed(stock));
  return firm.length === 0 ? Number.POSITIVE_INFINITY : wholeAt(firm, locationId);
}

/** Pieces that may still be promised before all is out; undefined = all is out. */
export function openOf(parts: readonly StockPart<StockOnDay>[]): number | undefined {
  const open = parts.flatMap(({ stock, perPiece }) =>
    stock?.preorderable === undefined ? [] : Math.floor(stock.preorderable / perPiece),
  );
  return open.length === 0 ? undefined : Math.min(...open);
}

export function freeAt(stock: Pick<StockOnDay, 'levels'> | undefined, locationId: string): number {
  const level = stock?.levels.get(locationId);
  return level ? Math.max(0, level.onHand - level.reserved - level.buffer) : 0;
}

export function mayBeOwed(stock: StockOnDay | undefined): boolean {
  return stock !== undefined && (stock.preorderable !== undefined || stock.policy.backorder);
}

/** Places where any of it is or was. */
export function placesOf(parts: readonly StockPart<StockOnDay>[]): string[] {
  return [...new Set(parts.flatMap(({ stock }) => [...(stock?.levels.keys() ?? [])]))];
}

/** Pieces of a stocked variant that are held at a location for what was sold. */
export interface HeldPart {
  /** What was sold: the variant itself, or the bundle it is in. */
  readonly soldAs: string;
  readonly variantId: string;
  readonly locationId: string;
  /** So many of it are in one piece of what was sold. */
  readonly perPiece: number;
  /** So many variants are held for what was sold: fewer are no whole piece. */
  readonly partCount: number;
  readonly quantity: number;
  readonly backordered: number;
}

/** Where pieces of what was sold come from. */
export interface Allocation {
  readonly variantId: string;
  readonly locationId: string;
  /** Pieces that are there, whole. */
  readonly quantity: number;
  /** Pieces of which something will have to come first; only where the variant may be sold without stock, or before it is out. */
  readonly backordered: number;
}

/** Parts that are held for the same thing at the same place, and the pieces they make. */
export interface HeldPieces<Part extends HeldPart> extends Allocation {
  readonly parts: readonly Part[];
}

/** What is held, in pieces of what was sold: SPEC rule BUN-5. In the order of the parts. */
export function piecesHeld<Part extends HeldPart>(held: readonly Part[]): HeldPieces<Part>[] {
  const groups = Map.groupBy(held, ({ soldAs, locationId }) => `${soldAs} ${locationId}`);
  return [...groups.values()].map((parts) => {
    const [{ soldAs, locationId, quantity, backordered, perPiece, partCount }] = parts as [Part, ...Part[]];
    const of = { variantId: soldAs, locationId, parts };
    // A component of it ran out and was taken by somebody else.
    if (parts.length < partCount) return { ...of, quantity: 0, backordered: 0 };
    // Of every component there is the same number of pieces held, there or owed.
    const pieces = (quantity + backordered) / perPiece;
    const whole = Math.min(...parts.map((part) => Math.floor(part.quantity / part.perPiece)));
    return { ...of, quantity: whole, backordered: pieces - whole };
  });
}

/** The same without the parts. */
export function allocationsOf(held: readonly HeldPart[]): Allocation[] {
  return piecesHeld(held).map(({ variantId, locationId, quantity, backordered }) => ({
    variantId,
    locationId,
    quantity,
    backordered,
  }));
}

/** What is left of a part when so many pieces of what was sold remain: what is there stays before what is owed. */
export function partFor<Part extends HeldPart>(
  { perPiece, quantity }: Part,
  pieces: number,
): { readonly quantity: number; readonly backordered: number } {
  const there = Math.min(quantity, pieces * perPiece);
  return { quantity: there, backordered: pieces * perPiece - there };
}
