import type { CartOutcome } from '@vitrine/commerce-engine/client';

type Changed = Extract<CartOutcome, { kind: 'changed' }>;
export type RemovedLine = NonNullable<Changed['removed']>;

/** What came of sending the cart's form. What was refused costs only itself. */
export interface CartFormOutcome {
  /** By the name of the field: why it was not taken. */
  readonly problems: Readonly<Record<string, string>>;
  /** Refused, and no field of the page is there to say so. */
  readonly refused?: CartOutcome;
  readonly removed: readonly RemovedLine[];
  /** The cart after the last change, when there was one. */
  readonly cart?: Changed['cart'];
  /** The code that was taken, as it was typed. */
  readonly code?: string;
}
