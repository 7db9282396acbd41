import type { ColumnType } from 'kysely';
import type { TaxShare } from '../cart/priced-cart.rules.ts';
import type { RefundPolicy } from '../orders/refund-plan.rules.ts';
import type { KeptInstead } from './instead.ts';
import type { ReturnState } from './return-state.rules.ts';
import type { ReturnReason } from './returns.views.ts';

export interface ReturnsTables {
  returns_return: {
    id: string;
    number: string;
    order_id: string;
    currency: string;
    state: ReturnState;
    channel: string;
    location_id: string | null;
    note: string | null;
    /** Announced by whoever bought: the note is theirs. */
    by_shopper: boolean;
    answer: string | null;
    fee: number;
    /** Gross of deliveries that went back with it. */
    delivery: number;
    /** What came off the order. */
    refund: number | null;
    /** What went out instead. Both or none. */
    exchange_order_id: ColumnType<string | null, never, string>;
    exchange_number: ColumnType<string | null, never, string>;
    /** The checkout its money pays in, from the refund on. */
    exchange_checkout_id: ColumnType<string | null, never, string>;
    /** What is wanted instead of its pieces. */
    instead: ColumnType<KeptInstead | null, string | null, string>;
    made_at: Date;
    updated_at: Date;
  };
  returns_line: {
    return_id: string;
    line_id: string;
    quantity: number;
    reason: ReturnReason;
    resellable: number;
    damaged: number;
    missing: number;
    /** How many of the order's line had been given back when these were received; null = not received, or nobody knows. */
    pieces_before: ColumnType<number | null, never, number>;
    /** The exact share of the pieces that came back. */
    net: number;
    tax: number;
    gross: number;
    taxes: ColumnType<readonly TaxShare[], string, string>;
  };
  /** Channels whose money does not all go back the way it came, or that set an end to returns. */
  returns_policy: {
    channel: string;
    tenders: ColumnType<RefundPolicy, string, string>;
    /** In which shoppers may announce returns; null = without end. */
    days: number | null;
  };
}
