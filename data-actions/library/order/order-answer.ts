import type { OrderView, PayOutcome } from '@vitrine/commerce-engine/client';

type Declined = Extract<PayOutcome, { kind: 'declined' }>['reason'];

/** An order, or why there is none (yet). */
export type OrderAnswer =
  | { readonly kind: 'order'; readonly order: OrderView }
  /** The bank has not decided. */
  | { readonly kind: 'pending' }
  /** The shopper has to confirm there. */
  | { readonly kind: 'action'; readonly url: string }
  | { readonly kind: 'declined'; readonly reason: Declined }
  | { readonly kind: 'unknown' };
