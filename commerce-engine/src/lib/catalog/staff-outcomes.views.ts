import type { FieldProblem } from '../commerce-error.ts';

/** What came of making something: why not is told of each field, in words of its own. */
export type CreateOutcome =
  | { readonly kind: 'created'; readonly id: string; readonly handle: string }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

export type ChangeCategoryOutcome =
  | { readonly kind: 'changed' | 'unchanged'; readonly version: number }
  | { readonly kind: 'unknown' }
  /** Somebody else changed it since; nothing was changed. */
  | { readonly kind: 'changed-meanwhile'; readonly version: number }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

export type MoveCategoryOutcome =
  | { readonly kind: 'moved' | 'unchanged' | 'unknown' | 'unknown-parent' }
  /** It would be in itself, or in another tree than its own. */
  | { readonly kind: 'refused'; readonly problem: string };

export type RemoveCategoryOutcome =
  | { readonly kind: 'removed' | 'unknown' }
  /** What hangs on it; nothing was removed. */
  | {
      readonly kind: 'in-use';
      readonly categories: number;
      readonly products: number;
      /** What else names it, as sentences name it: `the promotion “Spring”`. */
      readonly others: readonly string[];
    };

export type ChangeAttributeOutcome =
  | { readonly kind: 'changed' | 'unchanged' | 'unknown' }
  | { readonly kind: 'refused'; readonly problems: readonly FieldProblem[] };

export type OrderAttributesOutcome =
  | { readonly kind: 'changed' | 'unchanged' }
  /** They do not exist; nothing was changed. */
  | { readonly kind: 'unknown'; readonly keys: readonly string[] };

export type RemoveAttributeOutcome =
  | { readonly kind: 'removed' | 'unknown' }
  /** So many products have a value of it; nothing was removed. */
  | { readonly kind: 'in-use'; readonly products: number };
