import type { Money } from '../money/money.rules.ts';

/** What a customer has of one currency. */
export interface StoreCreditView {
  readonly balance: Money;
  /** What runs out first, and when. */
  readonly runsOut?: { readonly amount: Money; readonly at: string };
}

export const STORE_CREDIT_REASONS = ['refund', 'goodwill', 'exchange', 'other'] as const;
export type StoreCreditReason = (typeof STORE_CREDIT_REASONS)[number];

export interface StoreCreditMovementView {
  readonly id: string;
  readonly kind: 'added' | 'spent' | 'given-back' | 'taken-back' | 'ran-out' | 'written-off';
  /** Negative when it went off. */
  readonly amount: Money;
  /** Why it was added, in the words of whoever added it. */
  readonly reason: string;
  readonly at: string;
}

export interface StoreCreditHistory {
  /** The newest first. */
  readonly movements: readonly StoreCreditMovementView[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}
