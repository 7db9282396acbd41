import type { AvailabilityClass } from './inventory.views.ts';

export interface StockLevel {
  readonly onHand: number;
  readonly reserved: number;
  readonly buffer: number;
  /** Up to this many available pieces the place runs low. Absent = nobody watches it. */
  readonly lowAt?: number;
}

export interface StockPolicy {
  /** Whether it may be sold when there is none left. */
  readonly backorder: boolean;
  /** Up to this many available pieces it is low stock. */
  readonly lowStock: number;
  /** Absent = it never was on preorder, or is not any more. */
  readonly preorder?: PreorderPolicy;
}

/** How a variant is sold before it is out. */
export interface PreorderPolicy {
  /** The day it comes out, `YYYY-MM-DD` by the clock of each channel. */
  readonly shipsFrom: string;
  /** The most pieces that may be preordered; absent = any number. */
  readonly limit?: number;
}

/** What preorders are decided by. */
export interface PreorderStock {
  readonly policy: Pick<StockPolicy, 'preorder'>;
  /** Pieces that were preordered and not given back, sent ones too. */
  readonly preordered: number;
}

/** What a shopper is told about stock. */
export interface ToldStock {
  readonly class: AvailabilityClass;
  /** With `low-stock`, and with `preorder` when few may still be preordered. */
  readonly left?: number;
  /** Only with `preorder`: the local day it comes out, `YYYY-MM-DD`. */
  readonly shipsFrom?: string;
}

/** Pieces that can be sold from these locations: each one's own shortage stays its own. */
export function availableIn(levels: readonly StockLevel[]): number {
  return levels.reduce(
    (sum, { onHand, reserved, buffer }) => sum + Math.max(0, onHand - reserved - buffer),
    0,
  );
}

/** SPEC rule INV-14. */
export function runsLow(level: StockLevel | undefined): boolean {
  return level?.lowAt !== undefined && availableIn([level]) <= level.lowAt;
}

/** SPEC rule INV-6. */
export function toldStock(available: number, policy: StockPolicy): ToldStock {
  if (available <= 0) return { class: policy.backorder ? 'backorder' : 'sold-out' };
  if (available <= policy.lowStock) return { class: 'low-stock', left: available };
  return { class: 'in-stock' };
}

/** Pieces that may still be preordered on a local day; undefined = it is out, or never was on preorder: SPEC rules PRE-1 and PRE-2. */
export function preorderable({ policy, preordered }: PreorderStock, day: string): number | undefined {
  const { preorder } = policy;
  if (!preorder || day >= preorder.shipsFrom) return undefined;
  return Math.max(0, (preorder.limit ?? Number.POSITIVE_INFINITY) - preordered);
}

/** Whether what shoppers are told of a place leaves room for so many pieces. */
export function hasPieces(told: Pick<ToldStock, 'class' | 'left'>, quantity: number): boolean {
  return told.class !== 'sold-out' && (told.left === undefined || told.left >= quantity);
}
