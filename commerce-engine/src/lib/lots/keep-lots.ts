import { newId, type Queryable, type Transaction } from '@vitrine/database';
import { type Selectable, sql } from 'kysely';
import type { UsableLot } from './lots.rules.ts';
import type { Book, LotEntryKind, LotsTables } from './lots.tables.ts';

/** What one customer holds of one unit. */
export interface Account {
  readonly book: Book;
  readonly holder: string;
  readonly unit: string;
}

export interface KeptLot extends UsableLot {
  readonly origin: string;
}

export interface NewEntry {
  readonly lotId: string;
  readonly kind: LotEntryKind;
  readonly amount: number;
  readonly reference: string;
  readonly spending?: string;
  readonly reason?: string;
  readonly actor: string;
  readonly at: Date;
}

/** Holds an account until the transaction ends; made when there is none. After orders and stock. */
export async function lockAccount(tx: Transaction, account: Account): Promise<void> {
  const tables = tx.tables<LotsTables>();
  await tables
    .insertInto('lots_account')
    .values({ ...account, balance: 0 })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  await tables
    .selectFrom('lots_account')
    .select('holder')
    .where('book', '=', account.book)
    .where('holder', '=', account.holder)
    .where('unit', '=', account.unit)
    .forUpdate()
    .execute();
}

/** Lots of an account with something left or owed. */
export async function readLots(on: Queryable, { book, holder, unit }: Account): Promise<KeptLot[]> {
  const rows = await on
    .tables<LotsTables>()
    .selectFrom('lots_lot')
    .selectAll()
    .where('book', '=', book)
    .where('holder', '=', holder)
    .where('unit', '=', unit)
    .where('left_over', '<>', 0)
    .execute();
  return rows.map(keptOf);
}

export async function addLot(
  tx: Transaction,
  account: Account,
  lot: { readonly origin: string; readonly at: Date; readonly usableAt?: Date; readonly runsOutAt?: Date },
): Promise<string> {
  const id = newId();
  await tx
    .tables<LotsTables>()
    .insertInto('lots_lot')
    .values({
      ...account,
      id,
      origin: lot.origin,
      left_over: 0,
      made_at: lot.at,
      usable_at: lot.usableAt ?? null,
      runs_out_at: lot.runsOutAt ?? null,
      warned_at: null,
    })
    .execute();
  return id;
}

/** Writes movements down: ledger, lots and balance together. The account is locked. */
export async function writeEntries(
  tx: Transaction,
  account: Account,
  entries: readonly NewEntry[],
): Promise<void> {
  if (entries.length === 0) return;
  await tx
    .tables<LotsTables>()
    .insertInto('lots_entry')
    .values(
      entries.map(({ lotId, spending, reason = '', ...entry }) => ({
        ...entry,
        id: newId(),
        lot_id: lotId,
        spending: spending ?? null,
        reason,
      })),
    )
    .execute();
  const [ids, amounts] = [entries.map(({ lotId }) => lotId), entries.map(({ amount }) => amount)];
  await sql`
    update lots_lot set left_over = left_over + moved.amount
    from (select id, sum(amount)::bigint as amount
      from unnest(${ids}::uuid[], ${amounts}::bigint[]) as entry (id, amount) group by id) as moved
    where lots_lot.id = moved.id`.execute(tx.tables());
  const sum = amounts.reduce((total, amount) => total + amount, 0);
  await sql`
    update lots_account set balance = balance + ${sum}::bigint
    where book = ${account.book} and holder = ${account.holder}::uuid and unit = ${account.unit}`.execute(
    tx.tables(),
  );
}

/** Whether a movement of an account was made before. */
export async function wasMade(
  tx: Transaction,
  account: Account,
  { kind, reference }: Pick<NewEntry, 'kind' | 'reference'>,
): Promise<boolean> {
  const found = await tx
    .tables<LotsTables>()
    .selectFrom('lots_entry')
    .innerJoin('lots_lot', 'lots_lot.id', 'lots_entry.lot_id')
    .select('lots_entry.id')
    .where('lots_lot.book', '=', account.book)
    .where('lots_entry.kind', '=', kind)
    .where('lots_entry.reference', '=', reference)
    .executeTakeFirst();
  return found !== undefined;
}

export function keptOf(row: Selectable<LotsTables['lots_lot']>): KeptLot {
  return {
    id: row.id,
    origin: row.origin,
    left: row.left_over,
    madeAt: row.made_at,
    usableAt: row.usable_at ?? undefined,
    runsOutAt: row.runs_out_at ?? undefined,
  };
}
