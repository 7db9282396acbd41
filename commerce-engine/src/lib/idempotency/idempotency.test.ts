import type { Transaction } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import fc from 'fast-check';
import { beforeEach, expect, test } from 'vitest';
import type { CommandContext } from '../api/commerce-client.ts';
import { commerceMigrations } from '../migrations/commerce-migrations.ts';
import { canonicalJson } from './canonical-json.ts';
import { forgetAnswers } from './claim.ts';
import { runCommand } from './run-command.ts';

describeOnEachEngine('idempotency', { migrations: [commerceMigrations] }, (open) => {
  let command: CommandContext;

  beforeEach(async () => {
    await open().execute('create table if not exists work_done (run serial)');
    await open().execute('truncate work_done restart identity');
    command = { actor: { kind: 'guest' }, idempotencyKey: crypto.randomUUID() };
  });

  const count = async (tx: Transaction) => {
    const { rows } = await tx.execute('insert into work_done default values returning run');
    return { kind: 'done', run: Number(rows[0]!.run) };
  };
  const timesDone = async () => (await open().execute('select run from work_done')).rows.length;
  const ask = (body: unknown, work: (tx: Transaction) => Promise<unknown> = count, context = command) =>
    runCommand(
      { database: open(), clock: () => new Date(), secret: '' },
      context,
      { name: 'test.count', body },
      work,
    );

  test('[IDEM-1] the same key and body give the first answer', async () => {
    expect(await ask({ a: 1, b: [2] })).toEqual({ kind: 'done', run: 1 });
    expect(await ask({ b: [2], a: 1 })).toEqual({ kind: 'done', run: 1 });
    expect(await timesDone()).toBe(1);
  });

  test('[IDEM-1] an answer may be nothing', async () => {
    const nothing = async (tx: Transaction) => {
      await count(tx);
      return null;
    };
    expect([await ask({}, nothing), await ask({}, nothing)]).toEqual([null, null]);
    expect(await timesDone()).toBe(1);
  });

  test('[IDEM-1] work that cannot be done twice has its first answer all the same', async () => {
    await ask({});
    expect(await ask({}, () => Promise.reject(new Error('it is gone')))).toEqual({ kind: 'done', run: 1 });
  });

  test('[IDEM-2] another body under the same key is an error', async () => {
    await ask({ a: 1 });
    await expect(ask({ a: 2 })).rejects.toMatchObject({ code: 'idempotency_key_reused' });
  });

  test('[IDEM-3] work that fails leaves the key free', async () => {
    const fail = () => Promise.reject(new Error('no'));
    await expect(ask({ a: 1 }, fail)).rejects.toThrow('no');
    expect(await ask({ a: 2 })).toEqual({ kind: 'done', run: 1 });
    expect(await timesDone()).toBe(1);
  });

  test('[IDEM-4] ten at once get one answer', async () => {
    const answers = await Promise.all(Array.from({ length: 10 }, () => ask({ a: 1 })));
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    expect(await timesDone()).toBe(1);
  });

  test('[IDEM-5] the same key of someone else is another key', async () => {
    await ask({ a: 1 });
    const other: CommandContext = { ...command, actor: { kind: 'system', reason: 'test' } };
    expect(await ask({ a: 2 }, count, other)).toEqual({ kind: 'done', run: 2 });
  });

  test('a key must be there and not too long', async () => {
    const withKey = (idempotencyKey: string) => ask({}, count, { ...command, idempotencyKey });
    await expect(withKey('')).rejects.toMatchObject({ code: 'bad_input' });
    await expect(withKey('k'.repeat(201))).rejects.toThrow('1 to 200 characters, got 201 characters');
  });

  test('answers can be forgotten after a while', async () => {
    await ask({ a: 1 });
    expect(await forgetAnswers(open(), new Date(Date.now() - 60_000))).toBe(0);
    expect(await forgetAnswers(open(), new Date(Date.now() + 60_000))).toBeGreaterThan(0);
    expect(await ask({ a: 2 })).toEqual({ kind: 'done', run: 2 });
  });
});

test('[IDEM-2] equal values have equal canonical texts', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const reversed = Object.fromEntries(Object.entries(value).reverse());
      expect(canonicalJson(reversed)).toBe(canonicalJson(value));
    }),
  );
});
