export type AvailabilityClass = 'in-stock' | 'low-stock' | 'sold-out' | 'backorder';

/** Whether a variant can be bought online. */
export interface AvailabilityView {
  readonly variantId: string;
  readonly class: AvailabilityClass;
  /** Pieces left; only told when few are left (`low-stock`). */
  readonly left?: number;
}

/** Whether a variant can be had in a store. */
export interface StoreAvailabilityView {
  readonly storeId: string;
  readonly storeName: string;
  readonly city: string;
  readonly class: AvailabilityClass;
  readonly left?: number;
}
