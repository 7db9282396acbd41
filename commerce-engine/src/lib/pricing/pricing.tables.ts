import type { Generated } from 'kysely';

export interface PricingTables {
  pricing_list: {
    id: string;
    name: string;
    currency: string;
    /** Null = every channel. */
    channel_id: string | null;
    /** Null = everyone. */
    customer_group: string | null;
    priority: Generated<number>;
    valid_from: Date | null;
    valid_to: Date | null;
  };
  pricing_price: {
    id: string;
    list_id: string;
    variant_id: string;
    product_id: string;
    min_quantity: number;
    kind: 'regular' | 'sale';
    /** Minor units of the list's currency. */
    amount: number;
    /** Null = ever since. */
    valid_from: Date | null;
    /** Null = until changed. */
    valid_to: Date | null;
    /** Name of a scheduled sale; null = set by hand or import. */
    campaign: string | null;
  };
}
