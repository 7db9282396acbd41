import type { Queryable, Transaction } from '@vitrine/database';
import { type Account, type NewEntry, wasMade, writeEntries } from './keep-lots.ts';
import type { Book, LotsTables } from './lots.tables.ts';
import { lockFound, type Movement, settleAccount } from './move-lots.ts';

/** The only lot that was added for something. */
export interface LotOrigin {
  readonly book: Book;
  readonly origin: string;
}

/** A lot can be used from then on. One that can already stays as it is. */
export async function makeUsable(
  tx: Transaction,
  lot: LotOrigin,
  {
    usableAt,
    runsOutAt,
    ...by
  }: Omit<Movement, 'amount'> & { readonly usableAt: Date; readonly runsOutAt?: Date },
): Promise<void> {
  const found = await lockLot(tx, lot);
  if (!found || found.usableAt !== null) return;
  await tx
    .tables<LotsTables>()
    .updateTable('lots_lot')
    .set({ usable_at: usableAt, runs_out_at: runsOutAt ?? null })
    .where('id', '=', found.id)
    .execute();
  await settleAccount(tx, found.account, by);
}

/** Takes back what a lot was added for, once for each reference: SPEC rule LOT-9. */
export async function takeBackLot(tx: Transaction, lot: LotOrigin, movement: Movement): Promise<void> {
  const found = await lockLot(tx, lot);
  if (!found) return;
  const { id: lotId, account, left } = found;
  const { amount, reference } = movement;
  if (await wasMade(tx, account, { kind: 'taken-back', reference })) return;
  const entries: NewEntry[] = [{ ...movement, lotId, kind: 'taken-back', amount: -amount }];
  const missing = amount - Math.max(0, left);
  const unused = missing > 0 ? Math.min(missing, await ranOut(tx, lotId)) : 0;
  if (unused > 0) entries.push({ ...movement, lotId, kind: 'ran-out', amount: unused });
  await writeEntries(tx, account, entries);
  await settleAccount(tx, account, movement);
}

async function lockLot(tx: Transaction, { book, origin }: LotOrigin) {
  const find = () =>
    tx
      .tables<LotsTables>()
      .selectFrom('lots_lot')
      .select(['id', 'holder', 'unit', 'left_over as left', 'usable_at as usableAt'])
      .where('book', '=', book)
      .where('origin', '=', origin)
      .executeTakeFirst();
  const account = await lockFound(tx, async (): Promise<Account | undefined> => {
    const lot = await find();
    return lot && { book, holder: lot.holder, unit: lot.unit };
  });
  const lot = account && (await find());
  return lot && { ...lot, account };
}

/** What ran out of a lot, or was written off, and was not forgiven since. */
async function ranOut(on: Queryable, lotId: string): Promise<number> {
  const { sum } = await on
    .tables<LotsTables>()
    .selectFrom('lots_entry')
    .select((is) => is.fn.sum<string | null>('amount').as('sum'))
    .where('lot_id', '=', lotId)
    .where('kind', 'in', ['ran-out', 'written-off'])
    .executeTakeFirstOrThrow();
  return -Number(sum ?? 0);
}
