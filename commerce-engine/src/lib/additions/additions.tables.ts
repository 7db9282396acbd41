import type { ColumnType } from 'kysely';
import type { AddedGoods } from '../orders/orders.ts';
import type { AdditionState } from './additions.views.ts';

export interface AdditionsTables {
  /** Goods that were added to orders, or wait to be. Their order is locked while they change. */
  additions_addition: {
    id: string;
    order_id: string;
    state: AdditionState;
    goods: ColumnType<AddedGoods, string, string>;
    /** Minor units of the order's currency. */
    total: number;
    /** The return whose pieces they come for; null = they are bought. */
    return_id: string | null;
    /** What that return pays of them, minor units; null = it is not decided yet. */
    covered: number | null;
    /** That pays for them now or did. */
    payment_id: string | null;
    /** Staff say that its money is here. */
    is_received: boolean;
    /** Why the last payment came to nothing. */
    declined: string | null;
    made_by: string;
    made_at: Date;
    expires_at: Date;
    updated_at: Date;
  };
}
