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
}

/** What a shopper is told about stock. */
export interface ToldStock {
  readonly class: AvailabilityClass;
  /** Only with `low-stock`. */
  readonly left?: number;
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
