import type { Queryable, Transaction } from '@vitrine/database';
import { type Account, lockAccount, readLots, writeEntries } from './keep-lots.ts';
import type { Book, LotsTables } from './lots.tables.ts';
import { settleAccount } from './move-lots.ts';

/** One customer is another: all their lots and their history are the other's. */
export async function mergeHolders(
  tx: Transaction,
  book: Book,
  { from, to, at }: { readonly from: string; readonly to: string; readonly at: Date },
): Promise<void> {
  for (const account of await accountsOf(tx, book, from)) {
    const other = { ...account, holder: to };
    // In the order of their ids, so that two who merge at once do not wait for each other.
    for (const each of from < to ? [account, other] : [other, account]) await lockAccount(tx, each);
    const tables = tx.tables<LotsTables>();
    await tables
      .updateTable('lots_lot')
      .set({ holder: to })
      .where('book', '=', book)
      .where('holder', '=', from)
      .where('unit', '=', account.unit)
      .execute();
    const { balance } = await balanceOf(tx, account);
    await setBalance(tx, account, 0);
    await setBalance(tx, other, (await balanceOf(tx, other)).balance + balance);
    await settleAccount(tx, other, { reference: `merge ${from}`, actor: 'system:merge', at });
  }
}

/** What is left is written off, and what was written about its holder is emptied. */
export async function eraseHolder(
  tx: Transaction,
  book: Book,
  { holder, at }: { readonly holder: string; readonly at: Date },
): Promise<void> {
  for (const account of await accountsOf(tx, book, holder)) {
    await lockAccount(tx, account);
    const lots = await readLots(tx, account);
    const reference = `erased ${at.toISOString()}`;
    await writeEntries(
      tx,
      account,
      lots.map(({ id, left }) => ({
        lotId: id,
        kind: 'written-off',
        amount: -left,
        reference,
        actor: 'system:erase',
        at,
      })),
    );
    await tx
      .tables<LotsTables>()
      .updateTable('lots_entry')
      .set({ reason: '' })
      .where('lot_id', 'in', (db) =>
        db.selectFrom('lots_lot').select('id').where('book', '=', book).where('holder', '=', holder),
      )
      .execute();
  }
}

async function accountsOf(on: Queryable, book: Book, holder: string): Promise<Account[]> {
  return on
    .tables<LotsTables>()
    .selectFrom('lots_account')
    .select(['book', 'holder', 'unit'])
    .where('book', '=', book)
    .where('holder', '=', holder)
    .orderBy('unit')
    .execute();
}

async function balanceOf(on: Queryable, { book, holder, unit }: Account): Promise<{ balance: number }> {
  return on
    .tables<LotsTables>()
    .selectFrom('lots_account')
    .select('balance')
    .where('book', '=', book)
    .where('holder', '=', holder)
    .where('unit', '=', unit)
    .executeTakeFirstOrThrow();
}

async function setBalance(tx: Transaction, { book, holder, unit }: Account, balance: number): Promise<void> {
  await tx
    .tables<LotsTables>()
    .updateTable('lots_account')
    .set({ balance })
    .where('book', '=', book)
    .where('holder', '=', holder)
    .where('unit', '=', unit)
    .execute();
}
