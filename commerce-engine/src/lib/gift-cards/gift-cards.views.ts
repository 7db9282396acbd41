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
  | 'unknown'
  | 'locked'
  | 'blocked'
  | 'over'
  | 'empty'
  | 'other-currency'
  /** All there is to pay is for gift cards, which are bought with money alone. */
  | 'buys-gift-cards';

/** What came of holding a code and PIN against the shop's cards. */
export type GiftCardCheck =
  | { readonly kind: 'good'; readonly card: GiftCardView }
  | { readonly kind: 'refused'; readonly reason: GiftCardRefusal };

export interface GiftCardEntryView {
  readonly id: string;
  readonly kind: 'issued' | 'spent' | 'given-back' | 'adjusted';
  /** Negative when it went off. */
  readonly amount: Money;
  readonly at: string;
}

/** A card with what came to it and went off it, the newest first; the sum is its balance. */
export interface GiftCardDetail extends GiftCardView {
  /** The order it was bought with; absent = it was issued by staff, or taken over. */
  readonly soldWith?: { readonly orderId: string; readonly orderNumber: string };
  readonly entries: readonly GiftCardEntryView[];
}
