import type { ColumnType } from 'kysely';
import type { Programme } from './programme.rules.ts';

export interface LoyaltyTables {
  loyalty_programme: {
    id: string;
    /** Always read whole. */
    programme: ColumnType<Programme, string, string>;
    created_at: ColumnType<Date, Date, never>;
    updated_at: Date;
  };
  loyalty_member: {
    programme_id: string;
    customer_id: string;
    joined_at: Date;
    tier: string | null;
    /** The next moment at which the tier may be another; null = nothing can change by time alone. */
    recheck_at: Date | null;
  };
  /** What an order has earned: decided once, when it was placed. Without a programme or a customer it earns nothing for ever. */
  loyalty_earning: {
    order_id: string;
    programme_id: string | null;
    customer_id: string | null;
    placed_at: Date;
    points: number;
    taken_back: number;
    /** Null = not known yet. */
    usable_at: Date | null;
  };
  loyalty_earning_line: { order_id: string; line_id: string; points: number };
  /** Orders of which something has changed since their points were looked at. */
  loyalty_due: { order_id: string; at: Date };
  /** What payments by points took, and how much of it is back. */
  loyalty_redemption: {
    payment_id: string;
    points: number;
    amount: number;
    back_points: number;
    back_amount: number;
  };
  /** Refunds that were done, each once. */
  loyalty_give_back: { operation_id: string; payment_id: string; points: number; amount: number };
}
