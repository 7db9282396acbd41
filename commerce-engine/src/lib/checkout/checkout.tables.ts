import type { ColumnType } from 'kysely';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { OrderDraft } from '../orders/order-draft.ts';
import type { OrderAddress } from '../orders/orders.views.ts';
import type { DeclineCode } from '../payments/payments.views.ts';
import type { ChosenDelivery } from './checkout.views.ts';
import type { ChosenTenders } from './tenders.ts';

/** JSON that is written as text and read as a value. */
type Json<Value> = ColumnType<Value, string, string>;

export interface CheckoutTables {
  /** What a shopper has filled in, and the payment that is under way. Locked before the cart. */
  checkout_checkout: {
    id: string;
    cart_id: string;
    channel: string;
    state: 'open' | 'paying' | 'placed';
    email: string | null;
    name: string | null;
    phone: string | null;
    address: Json<OrderAddress | null>;
    billing: Json<OrderAddress | null>;
    /** Null = nobody said anything, empty = none is wanted. */
    vat_id: string | null;
    /** The register that said that it is in use. */
    vat_proven_by: string | null;
    /** For all lines that do not go apart. */
    delivery: Json<ChosenDelivery | null>;
    /** Lines that go another way, by their id. */
    apart: Json<Readonly<Record<string, DeliveryKind>>>;
    /** How they go: one of each kind at most counts. */
    other_deliveries: Json<readonly ChosenDelivery[]>;
    note: string | null;
    gift_message: string | null;
    terms_at: Date | null;
    /** What was typed and cannot be used yet. */
    unfinished: Json<Readonly<Record<string, string>>>;
    /** Tenders of the shop that are to pay. */
    tenders: Json<ChosenTenders>;
    /** What is being paid for: frozen when a payment begins. */
    draft: Json<OrderDraft | null>;
    /** Lines of the cart that are being paid for. */
    paid_lines: Json<readonly { readonly lineId: string; readonly quantity: number }[]>;
    /** Payments that together pay the draft. */
    payment_ids: string[];
    /** Until then a payment under way holds stock. */
    expires_at: Date | null;
    declined: DeclineCode | 'sold-out' | 'expired' | null;
    order_id: string | null;
    made_at: Date;
    updated_at: Date;
    /** When everything of a person was taken out. */
    emptied_at: Date | null;
  };
}
