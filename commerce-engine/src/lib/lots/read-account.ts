import type { Queryable } from '@vitrine/database';
import { sql } from 'kysely';
import { type Account, readLots } from './keep-lots.ts';
import { type LotSums, sumLots, waitingIn } from './lots.rules.ts';
import type { Book, LotEntryKind, LotsTables } from './lots.tables.ts';

/** What is held of a unit. */
export interface Holding extends LotSums {
  readonly unit: string;
  /** What of the pending can be used when; without a time = not known yet. */
  readonly waiting: readonly { readonly amount: number; readonly at?: Date }[];
  /** What of the usable runs out first, and when. */
  readonly next?: { readonly amount: number; readonly at: Date };
}

export interface Movements {
  readonly movements: readonly {
    readonly id: string;
    readonly kind: Exclude<LotEntryKind, 'settled'>;
    readonly amount: number;
    readonly reason: string;
    readonly reference: string;
    readonly at: Date;
  }[];
  /** Where the next page begins; absent = this is the last. */
  readonly next?: string;
}

export async function readHolding(on: Queryable, account: Account, at: Date): Promise<Holding> {
  const lots = await readLots(on, account);
  const ending = lots
    .filter(({ left, usableAt, runsOutAt }) => left > 0 && usableAt && usableAt <= at && runsOutAt)
    .filter(({ runsOutAt }) => runsOutAt! > at)
    .toSorted((one, other) => one.runsOutAt!.getTime() - other.runsOutAt!.getTime());
  const first = ending[0]?.runsOutAt;
  const amount = ending
    .filter(({ runsOutAt }) => runsOutAt!.getTime() === first?.getTime())
    .reduce((sum, { left }) => sum + left, 0);
  return {
    unit: account.unit,
    ...sumLots(lots, at),
    waiting: waitingIn(lots, at),
    ...(first && { next: { amount, at: first } }),
  };
}

/** Units of a customer's book, in alphabetical order. */
export async function readUnits(on: Queryable, book: Book, holder: string): Promise<readonly string[]> {
  const rows = await on
    .tables<LotsTables>()
    .selectFrom('lots_account')
    .select('unit')
    .where('book', '=', book)
    .where('holder', '=', holder)
    .orderBy('unit')
    .execute();
  return rows.map(({ unit }) => unit);
}

/** The newest first; what one movement took of several lots is one line. */
export async function readMovements(
  on: Queryable,
  { book, holder, unit }: Account,
  { limit = 20, after }: { readonly limit?: number; readonly after?: string },
): Promise<Movements> {
  const most = Math.min(100, Math.max(1, limit));
  const from = after === undefined ? undefined : readCursor(after);
  const { rows } = await sql<Movements['movements'][number]>`
    select id, kind, amount, reason, reference, at from (
      select max(entry.id::text)::uuid as id, entry.kind, sum(entry.amount)::bigint as amount,
        min(entry.reason) as reason, entry.reference, entry.at
      from lots_entry as entry join lots_lot as lot on lot.id = entry.lot_id
      where lot.book = ${book} and lot.holder = ${holder}::uuid and lot.unit = ${unit} and entry.kind <> 'settled'
      group by entry.kind, entry.reference, entry.at
    ) as movement
    where ${from ? sql`(at, id) < (${from.at}::timestamptz, ${from.id}::uuid)` : sql`true`}
    order by at desc, id desc limit ${most + 1}`.execute(on.tables());
  const page = rows.slice(0, most);
  const last = page.at(-1);
  return {
    movements: page,
    ...(rows.length > most && last && { next: `${last.at.toISOString()}_${last.id}` }),
  };
}

function readCursor(text: string): { at: string; id: string } | undefined {
  const [at = '', id = ''] = text.split('_');
  if (Number.isNaN(Date.parse(at)) || !/^[0-9a-f-]{36}$/.test(id)) return undefined;
  return { at, id };
}
