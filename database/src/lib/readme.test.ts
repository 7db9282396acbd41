import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { newId } from './new-id.ts';
import { openDatabase } from './open-database.ts';

test('the example in the README runs', async () => {
  const root = mkdtempSync(join(tmpdir(), 'vitrine-readme-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const example = /```ts\n(.*?)```/s.exec(readme)![1]!.replace("'.data/database'", JSON.stringify(root));
  const told: unknown[] = [];
  const scope = {
    newId,
    openDatabase,
    process: { env: {} },
    console: { log: (events: unknown[]) => told.push(...events) },
    commerceMigrations: {
      owner: 'commerce-engine',
      migrations: [
        {
          id: '0001',
          up: (_: unknown, execute: (sql: string) => Promise<void>) =>
            execute('create table orders (id uuid)'),
        },
      ],
    },
    contentMigrations: { owner: 'content', migrations: [] },
  };
  const run = new Function(
    ...Object.keys(scope),
    `return (async () => {${stripTypeScriptTypes(example)} return order;})()`,
  );
  const order = await run(...Object.values(scope));
  expect(told).toMatchObject([{ kind: 'order.placed', payload: { orderId: order.id } }]);
});
