import { openDatabase } from '@vitrine/database';
import { describeOnEachEngine } from '@vitrine/database/testing';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { makePage } from '../testing/builders.ts';
import { contentMigrations } from './content.tables.ts';
import { shapes, testDraftStore } from './draft-store.contract.ts';
import { createSqlDraftStore } from './sql-draft-store.ts';
import { createSqlPageStore } from './sql-page-store.ts';

const options = { migrations: [contentMigrations] };
const empty =
  'truncate content_drafts, content_draft_updates, content_draft_states_before, content_documents, content_versions, content_urls, content_template_overrides';

describeOnEachEngine('a draft store in a database', options, (open) => {
  testDraftStore(async () => {
    await open().execute(empty);
    return { drafts: createSqlDraftStore(open(), { shapes }), pages: createSqlPageStore(open()) };
  });

  test('[DRAFT-3] compaction leaves one state and no updates', async () => {
    await open().execute(empty);
    const drafts = createSqlDraftStore(open(), { shapes });
    await drafts.create(makePage({ id: 'home' }), { by: 'me' });
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await drafts.open('home'))!);
    doc.on('update', (update) => void updates.push(update));
    const updates: Uint8Array[] = [];
    for (let index = 0; index < 50; index++) doc.getMap('meta').set('name', `Name ${index}`);
    for (const update of updates) await drafts.append('home', update, 'me');
    const long = (await drafts.load('home'))!;
    await drafts.compact('home');
    const { rows } = await open().execute('select count(*) as count from content_draft_updates');
    expect(rows).toEqual([{ count: 0 }]);
    expect((await drafts.load('home'))!.length).toBeLessThan(long.length / 2);
  });

  test('[DRAFT-1] [DRAFT-2] [DRAFT-3] two processes open, append and compact as one', async ({ skip }) => {
    const { url } = open();
    if (!url) skip('the embedded database belongs to one process');
    await open().execute(empty);
    await createSqlPageStore(open()).publish({ by: 'me', documents: [makePage({ id: 'home' })] });
    const databases = await Promise.all([1, 2, 3].map(() => openDatabase({ url, ...options })));
    const stores = databases.map((database) => createSqlDraftStore(database, { shapes }));
    const states = await Promise.all(stores.map((store) => store.open('home')));
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    const writes = stores.map(async (store, index) => {
      const doc = new Y.Doc();
      Y.applyUpdate(doc, states[index]!);
      const updates: Uint8Array[] = [];
      doc.on('update', (update) => void updates.push(update));
      for (let step = 0; step < 40; step++) doc.getMap('test').set(`${index}-${step}`, step);
      for (const [step, update] of updates.entries()) {
        await store.append('home', update, 'me');
        if (step % 7 === index) await store.compact('home');
      }
    });
    await Promise.all(writes);
    const doc = new Y.Doc();
    Y.applyUpdate(doc, (await stores[0]!.load('home'))!);
    expect(doc.getMap('test').size).toBe(120);
    await Promise.all(databases.map((database) => database.close()));
  });
});
