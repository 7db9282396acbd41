import type { ColumnType } from 'kysely';
import type { OrderAddress } from '../orders/orders.views.ts';

export interface CustomersTables {
  customers_customer: {
    id: string;
    /** What staff and letters call them by. */
    number: string;
    /** Lower case; null once they were erased or merged, or when nobody knows it. */
    email: string | null;
    /** When they showed that the address is theirs. */
    email_confirmed_at: Date | null;
    name: string;
    phone: string | null;
    locale: string;
    /** The first one decides prices. */
    groups: string[];
    state: 'active' | 'merged' | 'erased';
    merged_into: string | null;
    shipping_address_id: string | null;
    billing_address_id: string | null;
    created_at: Date;
    updated_at: Date;
  };
  customers_address: {
    id: string;
    customer_id: string;
    address: ColumnType<OrderAddress, string, string>;
    made_at: Date;
  };
  /** Append-only: the last entry of a purpose holds. */
  customers_consent: {
    id: string;
    customer_id: string;
    purpose: string;
    granted: boolean;
    at: Date;
    source: string;
    text_version: string;
  };
  /** Of staff, for staff. */
  customers_note: {
    id: string;
    customer_id: string;
    at: Date;
    author: string;
    author_name: string;
    body: string;
  };
  /** VAT numbers as `readVatNumber` reads them. */
  customers_tax_number: {
    customer_id: string;
    vat_id: string;
    made_at: Date;
    /** When somebody saw that it is in use; null = nobody has. */
    verified_at: Date | null;
    /** `staff:<id>`, or the register that said so. */
    verified_by: string | null;
  };
  /** Papers that free of taxes; staff have seen them. */
  customers_certificate: {
    id: string;
    customer_id: string;
    number: string;
    /** Null = all. */
    jurisdictions: string[] | null;
    /** Tax classes of goods; null = all. */
    classes: string[] | null;
    valid_from: Date | null;
    /** Not included. */
    valid_to: Date | null;
    made_at: Date;
    made_by: string;
  };
  customers_wish: {
    customer_id: string;
    kind: 'product' | 'variant';
    thing_id: string;
    at: Date;
  };
}
