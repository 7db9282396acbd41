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
}
