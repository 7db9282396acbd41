import { describeOnEachEngine } from '@vitrine/database/testing';
import { expect, test } from 'vitest';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import type { Account } from './keep-lots.ts';
import { takeBackLot } from './lots-of-origin.ts';
import { addToAccount, spendFromAccount } from './move-lots.ts';
import { runOutLots } from './run-out.ts';

describeOnEachEngine('lots', { migrations: [commerceMigrations] }, (database) => {
  const at = new Date('2026-11-23T09:00:00.000Z');
  const later = new Date('2026-12-23T09:00:00.000Z');
  const account = (): Account => ({ book: 'points', holder: crypto.randomUUID(), unit: 'circle' });
  const move = (amount: number, reference: string) => ({ amount, reference, actor: 'system:test', at });
  const add = (to: Account, amount: number, origin: string, runsOutAt?: Date) =>
    database().transaction((tx) =>
      addToAccount(tx, to, {
        ...move(amount, origin),
        origin,
        usableAt: at,
        ...(runsOutAt && { runsOutAt }),
      }),
    );
  const spend = (from: Account, amount: number, reference: string) =>
    database().transaction((tx) => spendFromAccount(tx, from, move(amount, reference)));
  const takeBack = (origin: string, amount: number, reference: string) =>
    database().transaction((tx) => takeBackLot(tx, { book: 'points', origin }, move(amount, reference)));
  const balance = async ({ holder }: Account) => {
    const { rows } = await database().execute('select balance from lots_account where holder = $1', [holder]);
    return Number((rows[0] as { balance: number }).balance);
  };

  test('[LOT-5] a movement is made once for its name, however often and at once it is asked for', async () => {
    const mine = account();
    const origin = crypto.randomUUID();
    await Promise.all([1, 2, 3].map(() => add(mine, 100, origin)));
    expect(await balance(mine)).toBe(100);
    const spent = await Promise.all([1, 2, 3].map(() => spend(mine, 30, `spend ${origin}`)));
    expect(spent).toEqual([true, true, true]);
    expect(await balance(mine)).toBe(70);
    await Promise.all([1, 2, 3].map(() => takeBack(origin, 20, `back ${origin}`)));
    expect(await balance(mine)).toBe(50);
  });

  test('[LOT-9] it comes off the lot it was added as; what was used of it becomes a debt', async () => {
    const mine = account();
    const [first, second] = [crypto.randomUUID(), crypto.randomUUID()];
    await add(mine, 100, first);
    await spend(mine, 80, `spend ${first}`);
    await takeBack(first, 40, `back ${first}`);
    expect(await balance(mine)).toBe(-20);
    await add(mine, 50, second);
    expect(await balance(mine)).toBe(30);
    await takeBack(first, 60, `more back ${first}`);
    expect(await balance(mine)).toBe(-30);
  });

  test('[LOT-9] what ran out of it unused is not asked back', async () => {
    const mine = account();
    const origin = crypto.randomUUID();
    await add(mine, 100, origin, later);
    await spend(mine, 30, `spend ${origin}`);
    await runOutLots(database(), 'points', later);
    expect(await balance(mine)).toBe(0);
    await takeBack(origin, 100, `back ${origin}`);
    expect(await balance(mine)).toBe(-30);
  });
});
