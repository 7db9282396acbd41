/** Whose lots they are counted among: one kind of thing that a customer holds. */
export type Book = 'store-credit' | 'points';

export type LotEntryKind =
  | 'added'
  | 'spent'
  | 'given-back'
  /** What was added for goods that came back. */
  | 'taken-back'
  | 'ran-out'
  /** From a lot to one that owed. Two lines that make nothing together. */
  | 'settled'
  | 'written-off';

export interface LotsTables {
  /** What a customer holds of one unit. Locked before its lots. */
  lots_account: { book: Book; holder: string; unit: string; balance: number };
  lots_lot: {
    id: string;
    book: Book;
    holder: string;
    /** A currency or a programme. */
    unit: string;
    /** What it was added for. */
    origin: string;
    left_over: number;
    made_at: Date;
    /** Null = not known yet. */
    usable_at: Date | null;
    /** Null = never. */
    runs_out_at: Date | null;
    warned_at: Date | null;
  };
  /** Append-only. */
  lots_entry: {
    id: string;
    lot_id: string;
    kind: LotEntryKind;
    /** Negative when it goes off. */
    amount: number;
    /** Names the movement: asked again, nothing happens. */
    reference: string;
    /** What was spent for, where it is given back from. */
    spending: string | null;
    reason: string;
    actor: string;
    at: Date;
  };
}
