export type AvailabilityClass = 'in-stock' | 'low-stock' | 'sold-out' | 'backorder' | 'preorder';

/** Whether a variant can be bought online. */
export interface AvailabilityView {
  readonly variantId: string;
  readonly class: AvailabilityClass;
  /** Pieces left; only told when few are left (`low-stock`), or may still be preordered (`preorder`). */
  readonly left?: number;
  /** The day it comes out, `YYYY-MM-DD`; only told of what can be preordered (`preorder`). */
  readonly shipsFrom?: string;
}

/** Whether a variant can be had in a store. */
export interface StoreAvailabilityView {
  readonly storeId: string;
  readonly storeName: string;
  readonly city: string;
  readonly class: AvailabilityClass;
  readonly left?: number;
}

/** What is where of a variant, for staff. */
export interface VariantStockView {
  readonly variantId: string;
  /** May be sold when there is none left. */
  readonly backorder: boolean;
  /** Up to this many available pieces it is low stock. */
  readonly lowStock: number;
  /** Absent = it is not sold before it is out. */
  readonly preorder?: PreorderView;
  /** Only of places that have or had it. */
  readonly levels: readonly StockLevelView[];
  /** Of a bundle: it has no stock of its own, and no levels. */
  readonly madeOf?: {
    readonly components: readonly { readonly variantId: string; readonly quantity: number }[];
    /** Pieces that can be put together at each place that has or had any component. */
    readonly whole: readonly { readonly locationId: string; readonly available: number }[];
    /** The latest day on which a component comes out, `YYYY-MM-DD`, past ones too; absent = none is on preorder. */
    readonly shipsFrom?: string;
  };
}

/** How a variant is sold before it is out, for staff. */
export interface PreorderView {
  /** The day it comes out, `YYYY-MM-DD`. */
  readonly shipsFrom: string;
  /** The most pieces that may be preordered; absent = any number. */
  readonly limit?: number;
  /** Pieces that were preordered and not given back. */
  readonly preordered: number;
}

export interface StockLevelView {
  readonly locationId: string;
  readonly onHand: number;
  /** Promised to somebody. */
  readonly reserved: number;
  /** Kept back. */
  readonly buffer: number;
  /** What can be promised: never below 0. */
  readonly available: number;
  /** Up to this many available pieces the place runs low. Absent = nobody watches it. */
  readonly lowAt?: number;
}

/** A place where a variant runs low. */
export interface RunningLowView {
  readonly variantId: string;
  readonly locationId: string;
  readonly available: number;
  readonly onHand: number;
  readonly lowAt: number;
}

/** A line of the stock ledger. */
export interface StockMovementView {
  readonly id: string;
  readonly at: string;
  readonly locationId: string;
  /** Pieces that came, or left (negative). */
  readonly onHand: number;
  /** Pieces that were promised, or let go (negative). */
  readonly reserved: number;
  readonly reason: string;
  readonly actor: string;
  /** What it belongs to. */
  readonly reference?: string;
}

export interface StockMovementPage {
  /** The newest first. */
  readonly movements: readonly StockMovementView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}
