import type { ColumnType, Generated } from 'kysely';
import type { StoredMethod } from './delivery-input.ts';

export interface DeliveryTables {
  delivery_method: {
    id: string;
    method: ColumnType<StoredMethod, string, string>;
    position: number;
    /** Counts the changes: who changes a method names the one they looked at. */
    version: Generated<number>;
  };
  /** Channels that do not go by the defaults. */
  delivery_channel: { channel_id: string; time_zone: string; holidays: string[] };
  /** Products that are not delivered as most are: shipped or picked up, not sent electronically. */
  delivery_product: { product_id: string; ship: boolean; pickup: boolean; electronic: boolean };
  /** How many orders come in a slot. */
  delivery_slot: { store_id: string; method_id: string; starts_at: Date; taken: number };
  delivery_slot_booking: { order_id: string; store_id: string; method_id: string; starts_at: Date };
}
