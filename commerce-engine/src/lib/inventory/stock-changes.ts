import type { Queryable, Transaction } from '@vitrine/database';
import { allocateBackorders } from './allocate-backorders.ts';
import { type Booking, type BookingOutcome, bookStock, type StockDesk, watchStock } from './book-stock.ts';
import type { Component } from './bundle.rules.ts';
import { readStock, type VariantStock } from './inventory.queries.ts';
import type { PreorderPolicy } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';
import { type AbsoluteCount, noteAbsolute, readUnnoted } from './keep-counts.ts';
import { setPreorder } from './set-preorder.ts';

/** How a variant's stock shall be. What is absent stays as it is. */
export interface StockSetting {
  readonly variantId: string;
  readonly productId: string;
  readonly backorder?: boolean;
  /** Null = it is sold only when it is out. */
  readonly preorder?: PreorderPolicy | null;
  /** Absolute counts by location id. */
  readonly onHand?: Readonly<Record<string, number>>;
  /** What a new variant is made of, in order: then it is a bundle and has no stock of its own, nor a policy. */
  readonly components?: readonly Component[];
}

export type StockChange =
  | {
      readonly kind: 'on-hand';
      readonly variantId: string;
      readonly locationId: string;
      readonly before: number;
      readonly after: number;
    }
  | {
      readonly kind: 'backorder';
      readonly variantId: string;
      readonly before: boolean;
      readonly after: boolean;
    }
  | { readonly kind: 'preorder'; readonly variantId: string; readonly after: PreorderPolicy | null };

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
  desk: StockDesk,
  settings: readonly StockSetting[],
  { reason }: { readonly reason: string },
): Promise<BookingOutcome> {
  const { tx } = desk;
  const tables = tx.tables<InventoryTables>();
  const variantIds = settings.map((setting) => setting.variantId);
  if (settings.length === 0) return { kind: 'booked' };
  const inBundles = settings.flatMap(({ components = [] }) => components.map((each) => each.variantId));
  return watchStock(desk, [...new Set([...variantIds, ...inBundles])], async (before) => {
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
      await composeBundles(tx, newItems);
    }
    for (const change of changes) {
      if (change.kind === 'preorder') await setPreorder(desk, change.variantId, change.after);
      if (change.kind !== 'backorder') continue;
      await tables
        .updateTable('inventory_item')
        .set({ backorder: change.after })
        .where('variant_id', '=', change.variantId)
        .execute();
    }
    const booked = await bookStock(
      tx,
      bookings.map((booking) => ({ ...booking, reason })),
      desk,
    );
    if (booked.kind !== 'booked') return booked;
    await noteAbsolute(tx, counts, desk);
    await allocateBackorders(desk, variantIds);
    return booked;
  });
}

/** What they are made of is said once: SPEC rule BUN-1. The items are new. */
async function composeBundles(tx: Transaction, items: readonly StockSetting[]): Promise<void> {
  const rows = items.flatMap(({ variantId, components = [] }) =>
    components.map((component, place) => ({
      bundle_id: variantId,
      variant_id: component.variantId,
      quantity: component.quantity,
      place,
    })),
  );
  if (rows.length > 0)
    await tx.tables<InventoryTables>().insertInto('inventory_component').values(rows).execute();
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
    return [{ kind: 'backorder', variantId, before, after: backorder }];
  });
  const preorders = settings.flatMap(({ variantId, preorder }): StockChange[] => {
    const before = stock.get(variantId)?.policy.preorder;
    if (preorder === undefined || isSamePreorder(before, preorder)) return [];
    return [{ kind: 'preorder', variantId, after: preorder }];
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
        kind: 'on-hand' as const,
        variantId,
        locationId,
        before,
        after: wanted,
      })),
      ...policies,
      ...preorders,
    ],
    counts: counts.map(({ variantId, locationId, wanted }) => ({ variantId, locationId, onHand: wanted })),
    refused: moving.filter(({ wanted, reserved }) => wanted < reserved),
  };
}

function isSamePreorder(before: PreorderPolicy | undefined, after: PreorderPolicy | null): boolean {
  return before?.shipsFrom === after?.shipsFrom && before?.limit === after?.limit;
}
