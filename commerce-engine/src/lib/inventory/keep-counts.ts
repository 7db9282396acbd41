import type { Queryable, Transaction } from '@vitrine/database';
import { type Selectable, sql } from 'kysely';
import { differenceOf } from './count.rules.ts';
import type { StockCountLineView, StockCountView } from './count-views.ts';
import type { InventoryTables } from './inventory.tables.ts';

export type CountRow = Selectable<InventoryTables['inventory_count']>;
export type CountLineRow = Selectable<InventoryTables['inventory_count_line']>;

interface Sums {
  readonly lines: number;
  readonly counted: number;
  readonly different: number;
  readonly difference: number;
}

/** Counts with what their lines come to, the newest first. Two statements. */
export async function readCounts(
  on: Queryable,
  which: {
    readonly id?: string;
    readonly locationId?: string;
    readonly state?: string;
    readonly before?: number;
    readonly limit: number;
  },
): Promise<StockCountView[]> {
  const { id, locationId, state, before, limit } = which;
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_count')
    .selectAll()
    .$if(id !== undefined, (query) => query.where('id', '=', id!))
    .$if(locationId !== undefined, (query) => query.where('location_id', '=', locationId!))
    .$if(state !== undefined, (query) => query.where('state', '=', state as CountRow['state']))
    .$if(before !== undefined, (query) => query.where('number', '<', before!))
    .orderBy('number', 'desc')
    .limit(limit)
    .execute();
  if (rows.length === 0) return [];
  const { rows: sums } = await sql<Sums & { readonly id: string }>`
    select count_id as id, count(*)::int as lines, count(counted)::int as counted,
      (count(*) filter (where counted <> expected))::int as different,
      coalesce(sum(counted - expected), 0)::int as difference
    from inventory_count_line where count_id = any(${rows.map((row) => row.id)}::uuid[])
    group by count_id`.execute(on.tables());
  return rows.map((row) =>
    countView(
      row,
      sums.find((each) => each.id === row.id),
    ),
  );
}

function countView(
  row: CountRow,
  { lines, counted, different, difference }: Sums = { lines: 0, counted: 0, different: 0, difference: 0 },
): StockCountView {
  return {
    id: row.id,
    number: row.number,
    locationId: row.location_id,
    state: row.state,
    ...(row.note !== null && { note: row.note }),
    lines,
    counted,
    different,
    difference,
    startedAt: row.started_at.toISOString(),
    startedBy: row.started_by,
    ...(row.closed_at !== null && { closedAt: row.closed_at.toISOString() }),
    ...(row.closed_by !== null && { closedBy: row.closed_by }),
    ...(row.reason !== null && { reason: row.reason }),
  };
}

/** Whoever changes a count or its lines queues here, before its items. */
export function lockCount(tx: Transaction, id: string): Promise<CountRow | undefined> {
  return tx
    .tables<InventoryTables>()
    .selectFrom('inventory_count')
    .selectAll()
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export function readLine(
  on: Queryable,
  { countId, variantId }: { readonly countId: string; readonly variantId: string },
): Promise<CountLineRow | undefined> {
  return on
    .tables<InventoryTables>()
    .selectFrom('inventory_count_line')
    .selectAll()
    .where('count_id', '=', countId)
    .where('variant_id', '=', variantId)
    .executeTakeFirst();
}

export type WhichLines = 'all' | 'open' | 'counted' | 'different';

/** By article. One statement. */
export async function readLines(
  on: Queryable,
  which: {
    readonly countId: string;
    readonly show?: WhichLines;
    readonly after?: string;
    readonly limit?: number;
  },
): Promise<CountLineRow[]> {
  const { countId, show = 'all', after, limit } = which;
  return on
    .tables<InventoryTables>()
    .selectFrom('inventory_count_line')
    .selectAll()
    .where('count_id', '=', countId)
    .$if(show === 'open', (query) => query.where('counted', 'is', null))
    .$if(show === 'counted', (query) => query.where('counted', 'is not', null))
    .$if(show === 'different', (query) => query.whereRef('counted', '<>', 'expected'))
    .$if(after !== undefined, (query) => query.where('variant_id', '>', after!))
    .orderBy('variant_id')
    .$if(limit !== undefined, (query) => query.limit(limit!))
    .execute();
}

export function lineView(row: CountLineRow): StockCountLineView {
  const { variant_id: variantId, counted, expected, counted_at, counted_by } = row;
  if (counted === null || expected === null || counted_at === null || counted_by === null)
    return { variantId };
  return {
    variantId,
    counted: {
      pieces: counted,
      expected,
      difference: differenceOf({ counted, expected }),
      at: counted_at.toISOString(),
      by: counted_by,
    },
  };
}

/** So many pieces are there, whatever the books said. */
export interface AbsoluteCount {
  readonly variantId: string;
  readonly locationId: string;
  readonly onHand: number;
}

/** An absolute count outside of a count that is under way is the newer truth: it stands in its line. SPEC rule CNT-6. */
export async function noteAbsolute(
  tx: Transaction,
  levels: readonly AbsoluteCount[],
  by: { readonly actor: string; readonly at: Date },
): Promise<void> {
  if (levels.length === 0) return;
  const rows = JSON.stringify(
    levels.map(({ variantId, locationId, onHand }) => ({
      variant_id: variantId,
      location_id: locationId,
      on_hand: onHand,
    })),
  );
  await sql`
    update inventory_count_line as line
    set counted = level.on_hand, expected = level.on_hand, counted_at = ${by.at}::timestamptz, counted_by = ${by.actor},
      seen = coalesce((
        select max(movement.id) from inventory_movement as movement
        where movement.variant_id = level.variant_id and movement.location_id = level.location_id
          and movement.on_hand <> 0
      ), 0)
    from jsonb_to_recordset(${rows}::jsonb) as level (variant_id text, location_id text, on_hand int),
      inventory_count as counting
    where counting.id = line.count_id and counting.state = 'open' and counting.location_id = level.location_id
      and line.variant_id = level.variant_id`.execute(tx.tables());
}

/** Which of these absolute counts a count that is under way knows otherwise, or not at all. One statement. */
export async function readUnnoted<Level extends AbsoluteCount>(
  on: Queryable,
  levels: readonly Level[],
): Promise<Level[]> {
  if (levels.length === 0) return [];
  const rows = await on
    .tables<InventoryTables>()
    .selectFrom('inventory_count_line as line')
    .innerJoin('inventory_count as counting', 'counting.id', 'line.count_id')
    .select(['line.variant_id', 'counting.location_id'])
    .where('counting.state', '=', 'open')
    .where('line.variant_id', '=', sql<string>`any(${levels.map(({ variantId }) => variantId)}::text[])`)
    .where(sql<boolean>`line.counted is distinct from line.expected or line.counted is null`)
    .execute();
  return levels.filter(({ variantId, locationId }) =>
    rows.some((row) => row.variant_id === variantId && row.location_id === locationId),
  );
}
