import type { ColumnType } from 'kysely';
import type { LineByHand } from '../cart/by-hand.rules.ts';
import type { PricedLine, PricedTax, TaxShare } from '../cart/priced-cart.rules.ts';
import type { OrderedGiftCard } from '../cart/recipient.ts';
import type { ComponentView, MediaView } from '../catalog/catalog.views.ts';
import type { DeliveryKind } from '../delivery/delivery.rules.ts';
import type { TaxRelief } from '../tax/tax-exemption.rules.ts';
import type { OrderAddress, OrderStateName } from './orders.views.ts';

/** JSON that is written as text and read as a value. */
type Json<Value> = ColumnType<Value, string, string>;

export interface OrdersTables {
  orders_order: {
    id: string;
    number: string;
    /** One order for each checkout, whatever happens. */
    checkout_id: string | null;
    channel: string;
    locale: string;
    currency: string;
    customer_group: string;
    /** Null = a guest's. */
    customer_id: string | null;
    /** The customer was found by the order's email, not signed in. */
    by_address: ColumnType<boolean, boolean, boolean>;
    /** Part of its key: links of a lower one open nothing. */
    link_version: ColumnType<number, never, number>;
    /** Lower case. */
    email: string;
    name: string;
    phone: string | null;
    billing: Json<OrderAddress | null>;
    /** Of the company that buys. */
    vat_id: string | null;
    note: string | null;
    /** For whoever gets it. */
    gift_message: string | null;
    state: OrderStateName;
    prices: 'inclusive' | 'exclusive';
    pieces: number;
    goods: number;
    delivery: number;
    discount: number;
    net: number;
    tax: number;
    /** Tax that goods and deliveries hold and nobody owes. */
    waived: number;
    /** Why taxes were not charged. */
    reliefs: Json<readonly TaxRelief[]>;
    total: number;
    /** Captured less nothing: what came in. */
    paid: number;
    refunded: number;
    /** What came off the total since: cancelled and returned pieces, less fees. */
    adjusted: ColumnType<number, never, number>;
    fulfilment: 'open' | 'partly' | 'done';
    taxes: Json<readonly PricedTax[]>;
    discounts: Json<readonly { promotionId: string; name: string; code?: string; amount: number }[]>;
    terms_at: Date | null;
    /** Whoever of the staff took it, `staff:<id>`; null = its shopper did all of it. */
    taken_by: ColumnType<string | null, string | null, never>;
    /** Its customer was erased; what bookkeeping still needs goes later. */
    erase_rest: ColumnType<boolean, never, boolean>;
    placed_at: Date;
    updated_at: Date;
  };
  orders_line: {
    id: string;
    order_id: string;
    place: number;
    delivery_id: string;
    variant_id: string;
    product_id: string;
    product_slug: string;
    sku: string;
    name: string;
    options: string;
    media: Json<MediaView | null>;
    /** Of a bundle: what one piece of it holds, as it was read then. */
    components: ColumnType<readonly ComponentView[] | null, string, never>;
    quantity: number;
    unit_price: number;
    unit_regular: number;
    subtotal: number;
    discount: number;
    total: number;
    net: number;
    tax: number;
    gross: number;
    /** What `total` holds and nobody owes. */
    waived: number;
    /** Pieces by their own discount: the exact share of a partial return. */
    units: Json<PricedLine['units']>;
    parts: Json<PricedLine['parts']>;
    taxes: Json<readonly TaxShare[]>;
    /** The local day it was said to come out; null = it was not preordered. */
    ships_from: ColumnType<string | null, string | null, never>;
    /** The promotion that gave it; null = it was bought. */
    gift_of: ColumnType<string | null, string | null, never>;
    /** What staff gave for it. */
    by_hand: ColumnType<LineByHand | null, string | null, never>;
    /** Its pieces are gift cards; null = goods. */
    gift_card: ColumnType<OrderedGiftCard | null, string | null, string>;
    fulfilled: ColumnType<number, never, number>;
    cancelled: ColumnType<number, never, number>;
    returned: ColumnType<number, never, number>;
    /** What of `gross` was given back while its pieces stayed with the shopper. */
    allowance: ColumnType<number, never, number>;
  };
  orders_delivery: {
    id: string;
    order_id: string;
    kind: DeliveryKind;
    method_id: string;
    name: string;
    address: Json<OrderAddress | null>;
    store_id: string | null;
    slot: Date | null;
    subtotal: number;
    discount: number;
    total: number;
    net: number;
    tax: number;
    gross: number;
    /** What `total` holds and nobody owes. */
    waived: number;
    taxes: Json<readonly TaxShare[]>;
    /** What of `gross` went back. */
    given_back: ColumnType<number, never, number>;
  };
  /** Append-only. */
  orders_event: {
    id: string;
    order_id: string;
    at: Date;
    kind: string;
    actor: string;
    detail: Json<Readonly<Record<string, unknown>>>;
  };
}
