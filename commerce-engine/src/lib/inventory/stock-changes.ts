import type { Queryable, Transaction } from '@vitrine/database';
import type { Stores } from '../stores/stores.ts';
import { allocateBackorders } from './allocate-backorders.ts';
import { type Booking, type BookingOutcome, bookStock, watchStock } from './book-stock.ts';
import { readStock, type VariantStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { type AbsoluteCount, noteAbsolute, readUnnoted } from './keep-counts.ts';

/** How a variant's stock shall be. What is absent stays as it is. */
export interface StockSetting {
  readonly variantId: string;
  readonly productId: string;
  readonly backorder?: boolean;
  /** Absolute counts by location id. */
  readonly onHand?: Readonly<Record<string, number>>;
}

export interface StockChange {
  readonly variantId: string;
  /** Absent = the policy changed. */
  readonly locationId?: string;
  readonly before: number | boolean;
  readonly after: number | boolean;
}

export interface StockPlan {
  /** Variants nobody set up before. */
  readonly newItems: readonly StockSetting[];
  readonly bookings: readonly Omit<Booking, 'reason'>[];
  readonly changes: readonly StockChange[];
  /** Counts that a count under way has to be told, also where they say what is booked: SPEC rule CNT-6. */
  readonly unnoted: readonly AbsoluteCount[];
  /** Counts below what is reserved: they would be refused. */
  readonly refused: readonly { variantId: string; locationId: string; reserved: number; wanted: number }[];
}

/** Compares settings with what is booked, and with goods that are being counted. Reads only; two statements. */
export async function planStock(on: Queryable, settings: readonly StockSetting[]): Promise<StockPlan> {
  const stock = await readStock(
    on,
    settings.map((setting) => setting.variantId),
  );
  const { counts, ...plan } = compare(settings, stock);
  return { ...plan, unnoted: await readUnnoted(on, counts) };
}

/** Makes the settings hold and tells the world. On a refusal the caller must roll back. */
export async function applyStock(
  tx: Transaction,
  stores: Stores,
  settings: readonly StockSetting[],
  by: { readonly actor: string; readonly at: Date; readonly reason: string; readonly reference?: string },
): Promise<BookingOutcome> {
  const tables = tx.tables<InventoryTables>();
  const variantIds = settings.map((setting) => setting.variantId);
  if (settings.length === 0) return { kind: 'booked' };
  return watchStock(tx, stores, variantIds, async (before) => {
    const { newItems, bookings, changes, counts } = compare(settings, before);
    if (newItems.length > 0) {
      await tables
        .insertInto('inventory_item')
        .values(
          newItems.map(({ variantId, productId, backorder = false }) => ({
            variant_id: variantId,
            product_id: productId,
            backorder,
          })),
        )
        .onConflict((conflict) => conflict.doNothing())
        .execute();
    }
    for (const change of changes) {
      if (typeof change.after !== 'boolean') continue;
      await tables
        .updateTable('inventory_item')
        .set({ backorder: change.after })
        .where('variant_id', '=', change.variantId)
        .execute();
    }
    const { reason, reference, ...rest } = by;
    const booked = await bookStock(
      tx,
      bookings.map((booking) => ({ ...booking, reason, reference })),
      rest,
    );
    if (booked.kind !== 'booked') return booked;
    await noteAbsolute(tx, counts, rest);
    await allocateBackorders({ tx, stores, ...rest }, variantIds);
    return booked;
  });
}

function compare(settings: readonly StockSetting[], stock: ReadonlyMap<string, VariantStock>) {
  const counts = settings.flatMap(({ variantId, onHand = {} }) =>
    Object.entries(onHand).map(([locationId, wanted]) => {
      const level = stock.get(variantId)?.levels.get(locationId);
      return { variantId, locationId, wanted, before: level?.onHand ?? 0, reserved: level?.reserved ?? 0 };
    }),
  );
  const moving = counts.filter(({ wanted, before }) => wanted !== before);
  const policies = settings.flatMap(({ variantId, backorder }): StockChange[] => {
    const before = stock.get(variantId)?.policy.backorder;
    if (before === undefined || backorder === undefined || before === backorder) return [];
    return [{ variantId, before, after: backorder }];
  });
  return {
    newItems: settings.filter(({ variantId }) => !stock.has(variantId)),
    bookings: moving.map(({ variantId, locationId, wanted, before }) => ({
      variantId,
      locationId,
      onHand: wanted - before,
    })),
    changes: [
      ...moving.map(({ variantId, locationId, wanted, before }) => ({
        variantId,
        locationId,
        before,
        after: wanted,
      })),
      ...policies,
    ],
    counts: counts.map(({ variantId, locationId, wanted }) => ({ variantId, locationId, onHand: wanted })),
    refused: moving.filter(({ wanted, reserved }) => wanted < reserved),
  };
}
