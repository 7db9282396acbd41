import type { FieldProblems } from '../checkout/checkout-fields.ts';

/** A form that could not be taken: by field what is wrong, `missing`, `bad`, `short`, `long` or `refused`. */
export interface NotTaken {
  readonly kind: 'problems';
  readonly problems: FieldProblems;
}

export interface TooManyTries {
  readonly kind: 'too-many-tries';
  readonly retryAfterSeconds: number;
}

/** The session ended meanwhile. Nothing was changed. */
export interface SignedOut {
  readonly kind: 'signed-out';
}

/** Never with the token of the session: that is in a cookie no script can read. */
export interface SignedIn {
  readonly kind: 'signed-in';
  readonly name: string;
  /** What was chosen before is on the wish list now. */
  readonly wished?: true;
}

export type SignInFormOutcome = SignedIn | NotTaken | TooManyTries;

/** A mail may be on its way: says the same whether there is such an account or not. */
export type MailedFormOutcome = { readonly kind: 'mailed' } | NotTaken | TooManyTries;

export type LinkFormOutcome =
  | SignedIn
  | NotTaken
  /** It was used, has run out, or never was one. */
  | { readonly kind: 'link-over' }
  | { readonly kind: 'email-taken' };

/** What came of a change somebody made to their own account. */
export type OwnFormOutcome =
  | { readonly kind: 'saved' }
  | { readonly kind: 'mailed' }
  | NotTaken
  | TooManyTries
  | SignedOut
  | { readonly kind: 'too-many'; readonly max: number };

export type DeleteFormOutcome =
  | { readonly kind: 'erased' }
  /** Goods or money of these orders are still under way. */
  | { readonly kind: 'orders-open'; readonly numbers: readonly string[] }
  /** A cart of theirs is being paid just now. */
  | { readonly kind: 'being-paid' }
  | NotTaken
  | SignedOut;
