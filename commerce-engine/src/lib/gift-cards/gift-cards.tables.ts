import type { ColumnType } from 'kysely';
import type { AllowedDiscounts } from '../catalog/allowed-discounts.rules.ts';

interface DeliveryWays {
  readonly ship: boolean;
  readonly pickup: boolean;
  readonly electronic: boolean;
}

export interface GiftCardsTables {
  giftcards_card: {
    id: string;
    /** Keyed hash of the code. */
    code_hash: string;
    /** What people recognise it by. */
    last4: string;
    pin_hash: string;
    currency: string;
    issued: number;
    balance: number;
    state: 'active' | 'blocked';
    expires_at: Date | null;
    issued_at: Date;
    note: string;
    wrong_pins: number;
    locked_until: Date | null;
  };
  /** Append-only. */
  giftcards_entry: {
    id: string;
    card_id: string;
    kind: 'issued' | 'spent' | 'given-back' | 'adjusted';
    /** Minor units; negative when spent. */
    amount: number;
    /** A payment, one of its operations, or an idempotency key. */
    reference: string;
    at: Date;
  };
  /** Products of which each piece is a card, or was once. */
  giftcards_product: {
    product_id: string;
    active: boolean;
    /** How it was delivered before it became one. */
    ways_before: ColumnType<DeliveryWays, string, string>;
    /** Its tax class of then. */
    class_before: string;
    /** What could be taken off its price. */
    discounts_before: AllowedDiscounts;
  };
  /** Cards that were bought. */
  giftcards_sold: {
    card_id: string;
    order_id: string;
    line_id: string;
    /** With which others it was mailed. */
    mailing_id: string;
    /** Which of the line's pieces it is, from 0. */
    piece: number;
    /** Its code and PIN are derived from it: a higher one has others. */
    issue: ColumnType<number, never, number>;
  };
  /** Orders that may have cards to be made. */
  giftcards_due: { order_id: string; at: Date; changes: ColumnType<number, number | undefined, number> };
}
