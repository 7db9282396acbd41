import type { Money } from '../money/money.rules.ts';

export interface GiftCardView {
  readonly id: string;
  readonly last4: string;
  readonly state: 'active' | 'blocked';
  readonly issued: Money;
  readonly balance: Money;
  readonly issuedAt: string;
  readonly expiresAt?: string;
  readonly note: string;
}

/** A card that was just issued, with what is told only now. */
export interface IssuedGiftCard extends GiftCardView {
  readonly code: string;
  readonly pin: string;
}

export type GiftCardRefusal =
  /** The code and PIN do not belong together: not told which. */
  'unknown' | 'locked' | 'blocked' | 'over' | 'empty' | 'other-currency';

/** What came of holding a code and PIN against the shop's cards. */
export type GiftCardCheck =
  | { readonly kind: 'good'; readonly card: GiftCardView }
  | { readonly kind: 'refused'; readonly reason: GiftCardRefusal };
