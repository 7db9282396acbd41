import type { ColumnType, Generated, GeneratedAlways } from 'kysely';
import type { StockCountState } from './count-views.ts';

export interface InventoryTables {
  /** One row for each variant: how it is sold, and what its writers queue on. */
  inventory_item: {
    variant_id: string;
    product_id: string;
    /** Whether it may be sold when there is none left. */
    backorder: Generated<boolean>;
    /** Up to this many available pieces it is low stock. */
    low_stock: Generated<number>;
    /** The local day it comes out, `YYYY-MM-DD`; null = it is not on preorder. */
    ships_from: Generated<string | null>;
    /** The most pieces that may be preordered; null = any number. */
    preorder_limit: Generated<number | null>;
    /** Pieces that were preordered and not given back. */
    preordered: Generated<number>;
    /** When its day begins next in a channel that has to be told; null = everyone was told. */
    ships_from_due: Generated<Date | null>;
  };
  /** What bundles are made of. Append-only: what was sold stays what is sent. */
  inventory_component: {
    bundle_id: string;
    variant_id: string;
    /** Pieces of it in one piece of the bundle. */
    quantity: number;
    place: number;
  };
  inventory_level: {
    variant_id: string;
    location_id: string;
    on_hand: Generated<number>;
    reserved: Generated<number>;
    buffer: Generated<number>;
    /** Up to this many available pieces the place runs low; null = nobody watches it. */
    low_at: Generated<number | null>;
  };
  /** Goods of a place that are counted. */
  inventory_count: {
    id: string;
    number: GeneratedAlways<number>;
    location_id: string;
    state: StockCountState;
    note: string | null;
    started_at: Date;
    started_by: string;
    closed_at: ColumnType<Date | null, never, Date>;
    closed_by: ColumnType<string | null, never, string>;
    /** Why the differences were booked. */
    reason: ColumnType<string | null, never, string | null>;
  };
  inventory_count_line: {
    count_id: string;
    variant_id: string;
    /** Null = nobody counted it yet, as all that follows. */
    counted: number | null;
    /** On hand when it was counted. */
    expected: number | null;
    /** The last movement of what is there at that moment; 0 = there was none. */
    seen: number | null;
    counted_at: Date | null;
    counted_by: string | null;
  };
  /** Append-only. */
  inventory_movement: {
    id: GeneratedAlways<number>;
    variant_id: string;
    location_id: string;
    /** Pieces that came (or left, negative). */
    on_hand: number;
    /** Pieces that were reserved (or released, negative). */
    reserved: number;
    reason: string;
    actor: string;
    reference: string | null;
    at: Date;
  };
  /** Pieces promised to somebody: a checkout that is being paid, or an order. */
  inventory_reservation: {
    id: string;
    /** `checkout:<id>` or `order:<id>`. */
    owner: string;
    /** What was sold: the variant itself, or the bundle it is in. */
    sold_as: string;
    variant_id: string;
    location_id: string;
    /** Pieces of it in one piece of what was sold. */
    per_piece: Generated<number>;
    /** So many variants are held for what was sold: fewer rows are no whole piece. */
    part_count: Generated<number>;
    /** Pieces that are there and counted as reserved on the level. */
    quantity: number;
    /** Pieces still to come. */
    backordered: number;
    /** Of both together, those that were preordered. */
    preordered: Generated<number>;
    /** From then on anybody may have them; null = promised for good. */
    expires_at: Date | null;
    made_at: Date;
  };
}
