import type { Database, Transaction } from '@vitrine/database';
import { sql } from 'kysely';
import { type Account, lockAccount, readLots, writeEntries } from './keep-lots.ts';
import type { Book } from './lots.tables.ts';
import { settleAccount } from './move-lots.ts';

const AT_ONCE = 100;

/**
 * Takes off what is left of lots whose time is over, account by account. Harmless in several processes.
 * @param told in the transaction of each account.
 * @returns how many lots.
 */
export async function runOutLots(
  database: Database,
  book: Book,
  at: Date,
  told: (tx: Transaction, account: Account, amount: number) => Promise<void> = async () => {},
): Promise<number> {
  let lots = 0;
  for (;;) {
    const { rows } = await sql<Account>`
      select distinct book, holder, unit from lots_lot
      where book = ${book} and left_over > 0 and runs_out_at <= ${at} limit ${AT_ONCE}`.execute(
      database.tables(),
    );
    for (const account of rows) lots += await database.transaction((tx) => runOut(tx, account, at, told));
    if (rows.length < AT_ONCE) return lots;
  }
}

/** Pays what lots owe of others that can be used by now, before these run out. @returns how many accounts owed. */
export async function settleDebts(database: Database, book: Book, at: Date): Promise<number> {
  const { rows } = await sql<Account>`
    select distinct owing.book, owing.holder, owing.unit from lots_lot as owing
    join lots_lot as paying using (book, holder, unit)
    where owing.book = ${book} and owing.left_over < 0 and paying.left_over > 0 and paying.usable_at <= ${at}`.execute(
    database.tables(),
  );
  for (const account of rows)
    await database.transaction(async (tx) => {
      await lockAccount(tx, account);
      await settleAccount(tx, account, { reference: `debts ${at.toISOString()}`, actor: 'system:lots', at });
    });
  return rows.length;
}

async function runOut(
  tx: Transaction,
  account: Account,
  at: Date,
  told: (tx: Transaction, account: Account, amount: number) => Promise<void>,
): Promise<number> {
  await lockAccount(tx, account);
  const over = (await readLots(tx, account)).filter(
    ({ left, runsOutAt }) => left > 0 && runsOutAt !== undefined && runsOutAt <= at,
  );
  if (over.length === 0) return 0;
  await writeEntries(
    tx,
    account,
    over.map(({ id, left }) => ({
      lotId: id,
      kind: 'ran-out',
      amount: -left,
      // What is given back to a lot that is over runs out once more.
      reference: `${id} ${at.toISOString()}`,
      actor: 'system:lots',
      at,
    })),
  );
  await told(
    tx,
    account,
    over.reduce((sum, { left }) => sum + left, 0),
  );
  return over.length;
}
