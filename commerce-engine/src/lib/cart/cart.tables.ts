import type { ColumnType } from 'kysely';
import type { HandDiscount, LineByHand } from './by-hand.rules.ts';
import type { CartNotice } from './cart.views.ts';
import type { OpenedBy } from './opened-by.ts';
import type { Recipient } from './recipient.ts';

type Time = ColumnType<Date, Date, Date>;

export interface CartTables {
  cart: {
    /** A random UUID of the caller's: who knows it may read and change the cart. */
    id: string;
    channel: string;
    currency: string;
    customer_group: string;
    /** Whose it is since they signed in; null = whoever knows its id. */
    customer_id: string | null;
    version: number;
    /** What the shop changed since the shopper last did, as JSON. */
    notices: ColumnType<CartNotice[], string, string>;
    /** Codes the shopper brought, as they were typed. */
    coupons: ColumnType<string[], string[] | undefined, string[]>;
    /** What staff took off the whole, as JSON. */
    by_hand: ColumnType<HandDiscount | null, string | null | undefined, string | null>;
    /** Whoever of the staff fills it, as JSON; null = its shopper does. */
    opened_by: ColumnType<OpenedBy | null, string | null | undefined, string | null>;
    created_at: Time;
    updated_at: Time;
    /** From then on it counts as abandoned. */
    expires_at: Time;
  };
  cart_line: {
    id: string;
    cart_id: string;
    variant_id: string;
    product_id: string;
    quantity: number;
    /** Unit price in the cart's currency when the shopper last saw it, minor units. */
    seen_amount: number;
    /** Product name then: what a notice calls a line whose product is gone. */
    seen_name: string;
    /** What staff gave for it, as JSON. */
    by_hand: ColumnType<LineByHand | null, string | null | undefined, string | null>;
    /** For whom it is, as JSON. */
    recipient: ColumnType<Recipient | null, string | null | undefined, string | null>;
    /** Order of adding. */
    place: number;
  };
}
