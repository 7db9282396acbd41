import type { CheckoutView, PayOutcome } from '@vitrine/commerce-engine/client';
import type { FieldProblems } from './checkout-fields.ts';

/** What came of sending a checkout's form. */
export type CheckoutFormOutcome =
  | {
      readonly kind: 'filled';
      readonly checkout: CheckoutView;
      readonly problems: FieldProblems;
      /** The field where filling in goes on when there are no problems. */
      readonly next: string;
    }
  | { readonly kind: 'no-cart' }
  | { readonly kind: 'being-paid' };

/** What came of giving up a payment. */
export interface Reopened {
  readonly kind: 'changed' | 'no-cart' | 'being-paid';
}

/** What came of paying with a form. */
export type PayFormOutcome =
  /** Nothing was paid: these fields are missing or cannot be used. */
  | { readonly kind: 'problems'; readonly problems: FieldProblems }
  /** What was filled in changed the total, which is to be seen before it is paid; `next` = the field to be looked at first. */
  | { readonly kind: 'look'; readonly checkout: CheckoutView; readonly next?: string }
  | { readonly kind: 'pending'; readonly checkoutId: string }
  | Exclude<PayOutcome, { kind: 'pending' }>;
