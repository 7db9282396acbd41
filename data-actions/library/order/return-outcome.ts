import type { FieldProblems } from '../checkout/checkout-fields.ts';

/** What came of announcing a return. */
export type ReturnFormOutcome =
  | { readonly kind: 'announced'; readonly number: string }
  /** Nothing was announced: by field what is wrong, `form` where nothing was chosen. */
  | { readonly kind: 'problems'; readonly problems: FieldProblems }
  /** There is no such order, or whoever asks is not signed in any more. */
  | { readonly kind: 'no-order' };
