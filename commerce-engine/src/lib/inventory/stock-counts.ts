import { newId, type Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { actorName } from '../actor-name.ts';
import type { CommandContext } from '../api/commerce-client.ts';
import { productsInCategories } from '../catalog/listed-products.ts';
import { CommerceError } from '../commerce-error.ts';
import type { EngineContext } from '../engine-context.ts';
import { runCommand } from '../idempotency/run-command.ts';
import { recordAudit } from '../identity/audit.ts';
import { requireCapability } from '../identity/capability.rules.ts';
import type { Actor } from '../identity/identity.views.ts';
import { parseInput } from '../parse-input.ts';
import { approveLines } from './approve-count.ts';
import { lockItems, type StockDesk } from './book-stock.ts';
import {
  type ApproveCountInput,
  approveCountSchema,
  type CancelCountInput,
  type ClearLineInput,
  type CountLineInput,
  cancelCountSchema,
  clearLineSchema,
  countLineSchema,
  type StartCountInput,
  startCountSchema,
} from './count-input.ts';
import type {
  ApproveCountOutcome,
  CancelCountOutcome,
  CountLineOutcome,
  StartCountOutcome,
  StockCountLinePage,
  StockCountPage,
  StockCountState,
  StockCountView,
} from './count-views.ts';
import { requireLocations, requireOwnStock } from './inventory.commands.ts';
import { readStock } from './inventory.queries.ts';
import type { InventoryTables } from './inventory.tables.ts';
import {
  type CountRow,
  lineView,
  lockCount,
  readCounts,
  readLine,
  readLines,
  type WhichLines,
} from './keep-counts.ts';

/** Goods of a place are counted while they are sold. Everything needs `inventory.write`. */
export interface StockCounts {
  /** @throws CommerceError `unknown_location`. */
  start(command: CommandContext, input: StartCountInput): Promise<StartCountOutcome>;
  /** Somebody counted a variant; one that is not on the list comes onto it. @throws CommerceError `unknown_variant`. */
  count(command: CommandContext, input: CountLineInput): Promise<CountLineOutcome>;
  /** Takes what was counted of a variant out again. */
  clear(command: CommandContext, input: ClearLineInput): Promise<CountLineOutcome>;
  /** Books the differences, all or none. */
  approve(command: CommandContext, input: ApproveCountInput): Promise<ApproveCountOutcome>;
  /** Ends it without booking anything. */
  cancel(command: CommandContext, input: CancelCountInput): Promise<CancelCountOutcome>;
  list(
    actor: Actor,
    query: {
      readonly locationId?: string;
      readonly state?: StockCountState;
      /** At most 100. Default 50. */
      readonly limit?: number;
      readonly after?: string;
    },
  ): Promise<StockCountPage>;
  get(actor: Actor, countId: string): Promise<StockCountView | undefined>;
  lines(
    actor: Actor,
    query: {
      readonly countId: string;
      readonly show?: WhichLines;
      /** At most 100. Default 50. */
      readonly limit?: number;
      readonly after?: string;
    },
  ): Promise<StockCountLinePage>;
}

export function createStockCounts(
  context: EngineContext,
  places: Pick<StockDesk, 'stores' | 'clocks'>,
): StockCounts {
  const { database, clock } = context;

  const run = <Outcome>(
    command: CommandContext,
    verb: string,
    body: unknown,
    work: (tx: Transaction) => Promise<Outcome>,
    auditsItself = false,
  ) =>
    runCommand(
      context,
      command,
      { name: `inventory.${verb}`, capability: 'inventory.write', body, auditsItself },
      work,
    );

  async function viewOf(tx: Transaction, id: string): Promise<StockCountView> {
    return (await readCounts(tx, { id, limit: 1 }))[0]!;
  }

  async function open(tx: Transaction, id: string) {
    const count = await lockCount(tx, id);
    if (!count) return { refusal: { kind: 'no-count' } } as const;
    if (count.state !== 'open') return { refusal: { kind: 'not-open', state: count.state } } as const;
    return { count };
  }

  async function close(
    tx: Transaction,
    command: CommandContext,
    count: CountRow,
    { state, reason = null }: { readonly state: 'approved' | 'cancelled'; readonly reason?: string | null },
  ): Promise<StockCountView> {
    const at = clock();
    await tx
      .tables<InventoryTables>()
      .updateTable('inventory_count')
      .set({ state, reason, closed_at: at, closed_by: actorName(command.actor) })
      .where('id', '=', count.id)
      .execute();
    const view = await viewOf(tx, count.id);
    const { different, difference, number } = view;
    await recordAudit(tx, {
      actor: command.actor,
      action: `inventory.${state === 'approved' ? 'approveCount' : 'cancelCount'}`,
      subject: `stock-count:${count.id}`,
      detail: {
        number,
        locationId: count.location_id,
        ...(state === 'approved' && { different, difference, reason }),
      },
      at,
    });
    await tx.emit({
      kind: state === 'approved' ? 'stock.count-approved' : 'stock.count-cancelled',
      payload: { countId: count.id, locationId: count.location_id },
    });
    return view;
  }

  return {
    async start(command, asked) {
      const input = parseInput(startCountSchema, asked, 'this count');
      return run(command, 'startCount', input, async (tx): Promise<StartCountOutcome> => {
        const { locationId, note = null, goods } = input;
        const actor = actorName(command.actor);
        const at = clock();
        await requireLocations({ ...places, tx }, [locationId]);
        const id = newId();
        const made = await tx
          .tables<InventoryTables>()
          .insertInto('inventory_count')
          .values({ id, location_id: locationId, state: 'open', note, started_at: at, started_by: actor })
          .onConflict((conflict) =>
            // Written out: a parameter there hides the index from statements that are planned once.
            conflict.column('location_id').where(sql<boolean>`state = 'open'`).doNothing(),
          )
          .returning('id')
          .executeTakeFirst();
        if (!made) {
          const [count] = await readCounts(tx, { locationId, state: 'open', limit: 1 });
          return { kind: 'open-already', count: count! };
        }
        const listed = await sql`
          insert into inventory_count_line (count_id, variant_id)
          select ${id}::uuid, level.variant_id
          from inventory_level as level join inventory_item as item using (variant_id)
          where level.location_id = ${locationId} and ${goods ? chosen(goods) : sql`true`}`.execute(
          tx.tables(),
        );
        const count = await viewOf(tx, id);
        if (goods && listed.numAffectedRows === 0n) {
          await tx.tables<InventoryTables>().deleteFrom('inventory_count').where('id', '=', id).execute();
          return { kind: 'nothing-to-count' };
        }
        return { kind: 'started', count };
      });
    },
    async count(command, asked) {
      const input = parseInput(countLineSchema, asked, 'this line');
      return run(command, 'countLine', input, async (tx): Promise<CountLineOutcome> => {
        const { countId, variantId, pieces, mode } = input;
        const { count, refusal } = await open(tx, countId);
        if (refusal) return refusal;
        const { onHand, seen } = await levelNow(tx, { variantId, locationId: count.location_id });
        const before = await readLine(tx, { countId, variantId });
        const isMore = mode === 'add' && before?.counted !== null && before !== undefined;
        if (isMore && before.seen !== seen) return { kind: 'moved-since', line: lineView(before) };
        const written = {
          counted: isMore ? before.counted! + pieces : pieces,
          expected: onHand,
          seen,
          counted_at: clock(),
          counted_by: actorName(command.actor),
        };
        const row = await tx
          .tables<InventoryTables>()
          .insertInto('inventory_count_line')
          .values({ count_id: countId, variant_id: variantId, ...written })
          .onConflict((conflict) => conflict.columns(['count_id', 'variant_id']).doUpdateSet(written))
          .returningAll()
          .executeTakeFirstOrThrow();
        return { kind: 'counted', line: lineView(row) };
      });
    },
    async clear(command, asked) {
      const input = parseInput(clearLineSchema, asked, 'this line');
      return run(command, 'clearCountLine', input, async (tx): Promise<CountLineOutcome> => {
        const { countId, variantId } = input;
        const { refusal } = await open(tx, countId);
        if (refusal) return refusal;
        await tx
          .tables<InventoryTables>()
          .updateTable('inventory_count_line')
          .set({ counted: null, expected: null, seen: null, counted_at: null, counted_by: null })
          .where('count_id', '=', countId)
          .where('variant_id', '=', variantId)
          .execute();
        return { kind: 'counted', line: { variantId } };
      });
    },
    async approve(command, asked) {
      const input = parseInput(approveCountSchema, asked, 'this approval');
      const work = async (tx: Transaction): Promise<ApproveCountOutcome> => {
        const { countId, reason, uncounted } = input;
        const { count, refusal } = await open(tx, countId);
        if (refusal) return refusal;
        const desk = { ...places, tx, actor: actorName(command.actor), at: clock() };
        const done = await approveLines(desk, count, { uncounted });
        if (done.kind === 'promised') return done;
        const view = await close(tx, command, count, { state: 'approved', reason });
        return { kind: 'approved', count: view, booked: done.booked };
      };
      return run(command, 'approveCount', input, work, true);
    },
    async cancel(command, asked) {
      const input = parseInput(cancelCountSchema, asked, 'this count');
      const work = async (tx: Transaction): Promise<CancelCountOutcome> => {
        const { count, refusal } = await open(tx, input.countId);
        if (refusal) return refusal;
        return { kind: 'cancelled', count: await close(tx, command, count, { state: 'cancelled' }) };
      };
      return run(command, 'cancelCount', input, work, true);
    },
    async list(actor, { locationId, state, limit = 50, after }) {
      requireCapability(actor, 'inventory.write');
      const most = Math.min(100, Math.max(1, limit));
      const isCursor = after !== undefined && /^\d{1,15}$/.test(after);
      const counts = await readCounts(database, {
        ...(locationId !== undefined && { locationId }),
        ...(state !== undefined && { state }),
        ...(isCursor && { before: Number(after) }),
        limit: most + 1,
      });
      const page = counts.slice(0, most);
      return { counts: page, ...(counts.length > most && { next: String(page.at(-1)!.number) }) };
    },
    async get(actor, countId) {
      requireCapability(actor, 'inventory.write');
      return (await readCounts(database, { id: countId, limit: 1 }))[0];
    },
    async lines(actor, { countId, show, limit = 50, after }) {
      requireCapability(actor, 'inventory.write');
      const most = Math.min(100, Math.max(1, limit));
      const rows = await readLines(database, {
        countId,
        ...(show && { show }),
        ...(after !== undefined && { after }),
        limit: most + 1,
      });
      const page = rows.slice(0, most);
      return {
        lines: page.map(lineView),
        ...(rows.length > most && { next: page.at(-1)!.variant_id }),
      };
    },
  };
}

/** Those of the chosen products, and of the chosen categories with all below them. */
function chosen({
  products = [],
  categories = [],
}: {
  products?: string[] | undefined;
  categories?: string[] | undefined;
}) {
  return sql`(
    item.product_id = any(${products}::text[]) or item.product_id in (
      select listed.product_id from (${productsInCategories()}) as listed
      where listed.category_id = any(${categories}::text[])
    ))`;
}

/** What the books say at this moment; nobody changes it until the transaction ends. */
async function levelNow(
  tx: Transaction,
  { variantId, locationId }: { readonly variantId: string; readonly locationId: string },
): Promise<{ readonly onHand: number; readonly seen: number }> {
  await lockItems(tx, [variantId]);
  const stock = (await readStock(tx, [variantId])).get(variantId);
  if (!stock)
    throw new CommerceError('unknown_variant', `There is no variant "${variantId}". Nothing was counted.`);
  requireOwnStock(stock);
  const { rows } = await sql<{ readonly seen: number }>`
    select coalesce(max(id), 0)::bigint as seen from inventory_movement
    where variant_id = ${variantId} and location_id = ${locationId} and on_hand <> 0`.execute(tx.tables());
  return { onHand: stock.levels.get(locationId)?.onHand ?? 0, seen: Number(rows[0]!.seen) };
}
