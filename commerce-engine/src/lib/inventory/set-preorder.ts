import { sql } from 'kysely';
import type { StockDesk } from './book-stock.ts';
import { partsOf } from './bundle.rules.ts';
import { readStockAround } from './inventory.queries.ts';
import type { PreorderPolicy } from './inventory.rules.ts';
import type { InventoryTables } from './inventory.tables.ts';

/** At most so many are told of in one go. */
const AT_ONCE = 200;

/** Puts a variant on preorder, or takes it off. What was preordered before it came on is not counted: SPEC rule PRE-5. The item is locked. */
export async function setPreorder(
  { tx, clocks, at }: Pick<StockDesk, 'tx' | 'clocks' | 'at'>,
  variantId: string,
  preorder: PreorderPolicy | null,
): Promise<void> {
  const due = preorder && (await clocks.nextBegin(tx, preorder.shipsFrom, at));
  await tx
    .tables<InventoryTables>()
    .updateTable('inventory_item')
    .set({
      ships_from: preorder?.shipsFrom ?? null,
      preorder_limit: preorder?.limit ?? null,
      ships_from_due: due ?? null,
      // Nothing is due any more when the day has begun everywhere: what comes now is another preorder.
      preordered: sql<number>`case when ships_from_due is null then ${heldOf(variantId)} else preordered end`,
    })
    .where('variant_id', '=', variantId)
    .execute();
}

function heldOf(variantId: string) {
  return sql`(select coalesce(sum(held.preordered), 0)::int from inventory_reservation as held
    where held.variant_id = ${variantId})`;
}

/** Tells the world of variants whose day has begun in a channel since it was told last. @returns how many: SPEC rule PRE-6. */
export async function tellWhatIsOut({
  tx,
  clocks,
  at,
}: Pick<StockDesk, 'tx' | 'clocks' | 'at'>): Promise<number> {
  const tables = tx.tables<InventoryTables>();
  const due = await tables
    .selectFrom('inventory_item')
    .select(['variant_id', 'ships_from'])
    .where('ships_from_due', '<=', at)
    .orderBy('variant_id')
    .limit(AT_ONCE)
    .forUpdate()
    .skipLocked()
    .execute();
  for (const [day, items] of Map.groupBy(due, ({ ships_from }) => ships_from!))
    await tables
      .updateTable('inventory_item')
      .set({ ships_from_due: (await clocks.nextBegin(tx, day, at)) ?? null })
      .where(
        'variant_id',
        'in',
        items.map(({ variant_id }) => variant_id),
      )
      .execute();
  if (due.length > 0) {
    const told = await readStockAround(
      tx,
      due.map(({ variant_id }) => variant_id),
    );
    const changed = [...told.values()].filter(({ variantId }) =>
      partsOf(variantId, told).some((part) => due.some(({ variant_id }) => variant_id === part.variantId)),
    );
    await tx.emit({
      kind: 'stock.class-changed',
      payload: {
        productIds: [...new Set(changed.map(({ productId }) => productId))],
        variantIds: changed.map(({ variantId }) => variantId),
      },
    });
  }
  return due.length;
}
