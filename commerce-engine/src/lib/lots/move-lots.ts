import type { Queryable, Transaction } from '@vitrine/database';
import {
  type Account,
  addLot,
  keptOf,
  lockAccount,
  type NewEntry,
  readLots,
  wasMade,
  writeEntries,
} from './keep-lots.ts';
import { giveBackToLots, settleLots, takeFromLots } from './lots.rules.ts';
import type { Book, LotsTables } from './lots.tables.ts';

/** Who moves what, and when; `reference` names the movement, which is made once. */
export interface Movement {
  readonly amount: number;
  readonly reference: string;
  readonly actor: string;
  readonly reason?: string;
  readonly at: Date;
}

export interface Addition extends Movement {
  readonly origin: string;
  /** Absent = not known yet. */
  readonly usableAt?: Date;
  /** Absent = never. */
  readonly runsOutAt?: Date;
}

/** A new lot; what is owed is paid of it as soon as it can be used. */
export async function addToAccount(tx: Transaction, account: Account, addition: Addition): Promise<void> {
  const { origin, usableAt, runsOutAt, ...movement } = addition;
  await lockAccount(tx, account);
  if (await wasMade(tx, account, { kind: 'added', reference: movement.reference })) return;
  const lotId = await addLot(tx, account, {
    origin,
    at: movement.at,
    ...(usableAt && { usableAt }),
    ...(runsOutAt && { runsOutAt }),
  });
  await writeEntries(tx, account, [{ ...movement, lotId, kind: 'added' }]);
  await settleAccount(tx, account, movement);
}

/**
 * All of it or nothing, once for each reference. @returns whether it is taken. SPEC rules LOT-3 and LOT-5.
 * @param kind what is written off is not given back.
 */
export async function spendFromAccount(
  tx: Transaction,
  account: Account,
  movement: Movement,
  kind: 'spent' | 'written-off' = 'spent',
): Promise<boolean> {
  await lockAccount(tx, account);
  const { reference, at } = movement;
  if (await wasMade(tx, account, { kind, reference })) return true;
  const parts = takeFromLots(await readLots(tx, account), movement.amount, at);
  if (!parts) return false;
  const entries = parts.map(
    ({ id, amount }): NewEntry => ({
      ...movement,
      lotId: id,
      kind,
      amount: -amount,
      ...(kind === 'spent' && { spending: reference }),
    }),
  );
  await writeEntries(tx, account, entries);
  return true;
}

/** What was spent under that name goes back to the lots it came from, once for each reference. SPEC rule LOT-4. */
export async function giveBackSpending(
  tx: Transaction,
  book: Book,
  { spending, ...movement }: Movement & { readonly spending: string },
): Promise<void> {
  const account = await lockFound(tx, () => accountOf(tx, book, spending));
  if (!account) return;
  const { reference } = movement;
  if (await wasMade(tx, account, { kind: 'given-back', reference })) return;
  const parts = giveBackToLots(await takenBy(tx, book, spending), movement.amount);
  const entries = parts.map(
    ({ id, amount }): NewEntry => ({ ...movement, lotId: id, kind: 'given-back', amount, spending }),
  );
  await writeEntries(tx, account, entries);
  await settleAccount(tx, account, movement);
}

/** What lots owe is paid of those that can be used. The account is locked. */
export async function settleAccount(
  tx: Transaction,
  account: Account,
  { reference, actor, at }: Pick<Movement, 'reference' | 'actor' | 'at'>,
): Promise<void> {
  const steps = settleLots(await readLots(tx, account), at);
  const entries = steps.flatMap(({ from, to, amount }): NewEntry[] => {
    const common = { kind: 'settled', actor, at } as const;
    return [
      { ...common, lotId: from, amount: -amount, reference: `${reference} ${to}` },
      { ...common, lotId: to, amount, reference: `${reference} ${from}` },
    ];
  });
  await writeEntries(tx, account, entries);
}

/** Locks an account that is found by its lots: while it was waited for, they may have become another customer's. */
export async function lockFound(
  tx: Transaction,
  find: () => Promise<Account | undefined>,
): Promise<Account | undefined> {
  let account = await find();
  while (account) {
    await lockAccount(tx, account);
    const now = await find();
    if (now?.holder === account.holder) return account;
    account = now;
  }
  return undefined;
}

/** Whose lots a spending came from: they may have become another customer's meanwhile. */
async function accountOf(on: Queryable, book: Book, spending: string): Promise<Account | undefined> {
  return on
    .tables<LotsTables>()
    .selectFrom('lots_entry')
    .innerJoin('lots_lot', 'lots_lot.id', 'lots_entry.lot_id')
    .select(['lots_lot.book', 'lots_lot.holder', 'lots_lot.unit'])
    .where('lots_entry.spending', '=', spending)
    .where('lots_lot.book', '=', book)
    .limit(1)
    .executeTakeFirst();
}

async function takenBy(on: Queryable, book: Book, spending: string) {
  const tables = on.tables<LotsTables>();
  const sums = await tables
    .selectFrom('lots_entry')
    .select('lot_id')
    .select((is) => is.fn.sum<string>('amount').as('sum'))
    .where('spending', '=', spending)
    .groupBy('lot_id')
    .execute();
  if (sums.length === 0) return [];
  const rows = await tables
    .selectFrom('lots_lot')
    .selectAll()
    .where('book', '=', book)
    .where(
      'id',
      'in',
      sums.map(({ lot_id }) => lot_id),
    )
    .execute();
  return rows.map((row) => ({
    ...keptOf(row),
    taken: -Number(sums.find(({ lot_id }) => lot_id === row.id)?.sum ?? 0),
  }));
}
