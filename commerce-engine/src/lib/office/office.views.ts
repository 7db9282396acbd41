import type { Count } from '../count.ts';
import type { StuckView } from '../fulfilment/fulfilment.views.ts';
import type { PaymentTrouble } from '../payments/payments.views.ts';

/** A variant that is nearly sold out, over all locations. */
export interface LowVariantView {
  readonly variantId: string;
  readonly productId: string;
  readonly available: number;
  readonly sku: string;
  readonly name: string;
}

/** What needs doing, as far as whoever asks may do it: the other parts are absent. */
export interface WorklistView {
  readonly orders?: {
    /** Not sent or handed over whole. */
    readonly toFulfil: Count;
    /** Announced by shoppers; nobody has decided. */
    readonly returnsToApprove: Count;
    /** Back, and not refunded. */
    readonly returnsToRefund: Count;
    /** The newest first, at most 20. */
    readonly payments: readonly PaymentTrouble[];
    /** What nobody can send just now, waiting longest first, at most 20. */
    readonly stuck: readonly StuckView[];
  };
  readonly stock?: {
    readonly low: Count;
    /** The scarcest first, at most 10. */
    readonly scarcest: readonly LowVariantView[];
  };
  readonly webhooks?: {
    /** Given up within the last seven days. */
    readonly dead: Count;
    readonly disabled: number;
  };
}
