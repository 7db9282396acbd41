import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createSqlDraftStore } from '@vitrine/content/server';
import { openDatabase } from '@vitrine/database';
import { openTestDatabase, type TestDatabase } from '@vitrine/database/testing';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { home, migrations, openHouse, shapes } from './testing/small-house.ts';
import { until, type Visitor, type VisitorOptions, visit } from './testing/visitor.ts';

const visitors: Visitor[] = [];
const processes: ChildProcess[] = [];
const cleanups: (() => unknown)[] = [];

function enter(url: string, options: VisitorOptions): Visitor {
  const visitor = visit(url, options);
  visitors.push(visitor);
  return visitor;
}

let database: TestDatabase;

beforeAll(async () => {
  database = await openTestDatabase({ migrations });
});
afterAll(async () => {
  await database.close();
});
beforeEach(async () => {
  await database.execute(
    'truncate content_drafts, content_draft_updates, content_saved_versions, content_version_bodies',
  );
});
afterEach(async () => {
  for (const visitor of visitors.splice(0)) visitor.leave();
  for (const child of processes.splice(0)) await kill(child);
  for (const cleanup of cleanups.splice(0).reverse()) await cleanup();
});

/** Rooms in a process of their own, run by Node as it is. */
async function serve(place: string): Promise<{ readonly url: string; readonly child: ChildProcess }> {
  const script = fileURLToPath(new URL('./testing/serve-rooms.ts', import.meta.url));
  const child = spawn(process.execPath, [script, place], { stdio: ['ignore', 'pipe', 'inherit'] });
  processes.push(child);
  const [line] = (await once(child.stdout!, 'data')) as [Buffer];
  return { url: line.toString().trim(), child };
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function writeUntilKilled(place: string): Promise<void> {
  const first = await serve(place);
  const ada = enter(first.url, { as: 'ada' });
  await ada.saved();
  const acknowledged: number[] = [];
  for (let step = 0; step < 60; step++) {
    ada.page().setProp('h', `step${step}`, step);
    if (step % 3 === 0) {
      await ada.saved();
      acknowledged.push(step);
    }
  }
  await kill(first.child);
  ada.leave();
  const second = await serve(place);
  const bob = enter(second.url, { as: 'bob' });
  await bob.saved();
  const props = bob.page().props('h');
  for (const step of acknowledged) expect(props[`step${step}`]).toBe(step);
  expect(acknowledged).toHaveLength(20);
  await kill(second.child);
}

// Starting two processes takes its time on a busy machine.
const patience = 180_000;

test('[STORED-1] a process that is killed loses nothing it acknowledged (a folder)', {
  timeout: patience,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'vitrine-rooms-'));
  cleanups.push(() => rmSync(folder, { recursive: true, force: true }));
  const embedded = await openDatabase({ folder, migrations });
  await createSqlDraftStore(embedded, { shapes }).create(home, { by: 'test' });
  await embedded.close();
  await writeUntilKilled(folder);
});

test.skipIf(!process.env.TEST_DATABASE_URL)(
  '[STORED-1] a process that is killed loses nothing it acknowledged (PostgreSQL)',
  { timeout: patience },
  async () => {
    const served = await openTestDatabase({ migrations, engine: 'postgres' });
    cleanups.push(() => served.close());
    await createSqlDraftStore(served, { shapes }).create(home, { by: 'test' });
    await writeUntilKilled(served.url!);
  },
);

test('[STORED-2] nothing is acknowledged before it is stored, and nothing shown to others', async () => {
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create(home, { by: 'test' });
  const held = Promise.withResolvers<void>();
  const house = await openHouse(database, {
    drafts: {
      ...drafts,
      async append(...change) {
        await held.promise;
        await drafts.append(...change);
      },
    },
  });
  cleanups.push(() => house.close());
  const [ada, bob] = [enter(house.url, { as: 'ada' }), enter(house.url, { as: 'bob' })];
  await Promise.all([ada.saved(), bob.saved()]);
  ada.page().setMeta({ name: 'Waiting' });
  await new Promise((resolve) => setTimeout(resolve, 200));
  expect(ada.provider.hasUnsyncedChanges).toBe(true);
  expect(bob.page().meta().name).toBe('Home');
  held.resolve();
  await ada.saved();
  await until(() => bob.page().meta().name === 'Waiting', 'bob sees it');
});

test('[STORED-6] what a draft looks like is kept while what it was translated from cannot be', async () => {
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create(home, { by: 'test' });
  const held = Promise.withResolvers<void>();
  let kept = 0;
  const house = await openHouse(database, {
    pauses: { project: 20 },
    translations: {
      async keep() {
        await held.promise;
        kept += 1;
      },
    },
  });
  cleanups.push(() => house.close());
  const ada = enter(house.url, { as: 'ada' });
  await ada.saved();
  for (const name of ['One', 'Two', 'Three']) {
    ada.page().setMeta({ name });
    ada.page().setProp('h', 'title@de', name);
    await ada.saved();
    await until(async () => (await drafts.drafts(['home']))[0]?.name === name, `"${name}" is derived`);
  }
  held.resolve();
  // What was waiting is kept as it is now, not once for each change.
  await until(() => kept > 0, 'it is kept');
  await house.rooms.close();
  expect(kept).toBeLessThanOrEqual(2);
});

test('[STORED-3] when nothing can be stored people are told, keep what they wrote, and it is saved later', async () => {
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create(home, { by: 'test' });
  let isDown = false;
  const house = await openHouse(database, {
    drafts: {
      ...drafts,
      async append(...change) {
        if (isDown) throw new Error('the database is away');
        await drafts.append(...change);
      },
    },
  });
  cleanups.push(() => house.close());
  const ada = enter(house.url, { as: 'ada' });
  await ada.saved();
  isDown = true;
  ada.page().setMeta({ name: 'Kept by me' });
  await until(() => ada.closed.length > 0, 'ada is told');
  expect(ada.closed[0]).toBe(4503);
  expect(ada.told[0]).toMatchObject({ kind: 'unavailable' });
  expect(ada.provider.hasUnsyncedChanges).toBe(true);
  isDown = false;
  await until(async () => (await house.rooms.document('home'))?.name === 'Kept by me', 'it is saved');
  await ada.saved();
  expect(ada.page().meta().name).toBe('Kept by me');
});

test('[STORED-4] closing keeps everything: the draft, a version, one state', async () => {
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create(home, { by: 'test' });
  const house = await openHouse(database, { pauses: { project: 60_000 } });
  const ada = enter(house.url, { as: 'ada' });
  await ada.saved();
  ada.page().setMeta({ name: 'Before closing' });
  await ada.saved();
  await house.close();
  expect(ada.closed).toContain(1012);
  expect((await drafts.drafts(['home']))[0]!.name).toBe('Before closing');
  expect(await house.versions.list('home')).toHaveLength(1);
  const { rows } = await database.execute('select count(*) as count from content_draft_updates');
  expect(rows).toEqual([{ count: 0 }]);
  await house.close();
});

test('[STORED-5] a draft whose process was killed before it was derived is derived when it opens again', async () => {
  const drafts = createSqlDraftStore(database, { shapes });
  await drafts.create(home, { by: 'test' });
  const before = await openHouse(database, { drafts: { ...drafts, async project() {} } });
  const ada = enter(before.url, { as: 'ada' });
  await ada.saved();
  ada.page().setMeta({ name: 'Newer than its draft' });
  await ada.saved();
  ada.leave();
  await before.close();
  expect((await drafts.drafts(['home']))[0]!.name).toBe('Home');
  const after = await openHouse(database, { pauses: { project: 10 } });
  cleanups.push(() => after.close());
  await enter(after.url, { as: 'eve' }).saved();
  await until(
    async () => (await drafts.drafts(['home']))[0]!.name === 'Newer than its draft',
    'it is derived',
  );
});
