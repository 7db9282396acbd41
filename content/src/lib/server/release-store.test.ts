import { describeOnEachEngine } from '@vitrine/database/testing';
import { beforeEach, expect, test } from 'vitest';
import type { PageDocument } from '../page.ts';
import { contentMigrations } from './content.tables.ts';
import type { ReleaseFacts } from './release.ts';
import { createReleaseStore, type NewReleaseItem, type ReleaseChanged } from './release-store.ts';
import { createSqlPageStore } from './sql-page-store.ts';
import { stylesItem, themeOfStyles } from './styles-item.ts';
import { createThemeStore } from './theme-store.ts';
import { whatGoesLive } from './what-goes-live.ts';

const day = 24 * 3_600_000;

function page(id: string, name = id, nodes: PageDocument['nodes'] = []): PageDocument {
  return { schema: 1, id, kind: 'page', name, seo: {}, nodes };
}

function itemOf(document: PageDocument, ...needed: PageDocument[]): NewReleaseItem {
  return {
    document: document.id,
    kind: document.kind,
    name: document.name,
    action: 'publish',
    documents: [document, ...needed],
    paths: { 'online/en': `/${document.id}` },
    plannedAfter: 0,
  };
}

function releaseIn(changed: ReleaseChanged): ReleaseFacts {
  if (changed.kind !== 'changed') throw new Error(`Expected a release, got ${changed.kind}.`);
  return changed.release;
}

describeOnEachEngine('releases in a database', { migrations: [contentMigrations] }, (open) => {
  let now: number;
  beforeEach(async () => {
    now = Date.UTC(2027, 2, 1, 9);
    await open().execute(
      'truncate content_publishings, content_releases, content_release_items, content_documents, content_versions, content_urls, content_drafts, theme_tokens cascade',
    );
  });
  const openStore = (limits = {}) => createReleaseStore(open(), { ...limits, now: () => now });

  test('[REL-1] a release holds what was planned, each document once, in the form it was planned last', async () => {
    const store = openStore();
    const at = new Date(now + day);
    const made = releaseIn(
      await store.plan(itemOf(page('spring', 'Spring')), { name: 'Sale', at }, 'user:ada'),
    );
    expect(made).toMatchObject({ name: 'Sale', at, state: 'planned', madeBy: 'user:ada', kept: [] });
    await store.plan(itemOf(page('tea')), { id: made.id }, 'user:bob');
    await store.plan(itemOf(page('spring', 'Spring!'), page('piece')), { id: made.id }, 'user:bob');
    const found = (await store.find(made.id))!;
    const spring = found.items.find(({ document }) => document === 'spring')!;
    expect(found.items.map(({ document }) => document).sort()).toEqual(['spring', 'tea']);
    expect(spring).toMatchObject({
      name: 'Spring!',
      plannedBy: 'user:bob',
      paths: { 'online/en': '/spring' },
    });
    expect(spring.documents).toEqual([page('spring', 'Spring!'), page('piece')]);
    expect((await store.list())[0]?.items).toHaveLength(2);
    for (const id of ['nothing', '', '\u0000', 'x'.repeat(500)]) expect(await store.find(id)).toBeUndefined();
    expect(await store.plan(itemOf(page('tea')), { id: 'nothing' }, 'user:bob')).toEqual({ kind: 'missing' });
  });

  test('[REL-2] its time is moved and left open, documents are taken out, and what is over is not changed', async () => {
    const store = openStore();
    const { id } = releaseIn(
      await store.plan(itemOf(page('spring')), { name: 'Sale', at: new Date(now + day) }, 'user:ada'),
    );
    await store.plan(itemOf(page('tea')), { id }, 'user:ada');
    expect(releaseIn(await store.change(id, { name: 'Spring sale' }))).toMatchObject({
      name: 'Spring sale',
      at: new Date(now + day),
    });
    expect(releaseIn(await store.change(id, { at: null }))).not.toHaveProperty('at');
    expect(releaseIn(await store.takeOut(id, 'tea', 'user:bob')).state).toBe('planned');
    expect(releaseIn(await store.takeOut(id, 'spring', 'user:bob'))).toMatchObject({
      state: 'cancelled',
      ended: { at: new Date(now), by: 'user:bob' },
    });
    for (const again of [
      store.change(id, { at: new Date(now + day) }),
      store.plan(itemOf(page('tea')), { id }, 'user:ada'),
      store.cancel(id, 'user:ada'),
    ])
      expect(await again).toEqual({ kind: 'over' });
    expect(await store.due()).toEqual([]);
  });

  test('[REL-2] one whose time has come is due, the earliest first; one that failed waits until it is planned again', async () => {
    const store = openStore();
    const planned = async (name: string, at?: Date) =>
      releaseIn(await store.plan(itemOf(page(name)), { name, at }, 'user:ada')).id;
    const [later, first, some] = [
      await planned('later', new Date(now + 2 * day)),
      await planned('first', new Date(now + day)),
      await planned('some'),
    ];
    expect(await store.due()).toEqual([]);
    now += 2 * day;
    expect(await store.due()).toEqual([first, later]);
    expect((await store.list()).map(({ id }) => id)).toEqual([first, later, some]);
    await store.fail(first, (await store.find(first))!.version, 'The address is taken.');
    expect(await store.due()).toEqual([later]);
    expect((await store.list())[0]).toMatchObject({ state: 'failed', problem: 'The address is taken.' });
    const again = releaseIn(await store.change(first, { at: new Date(now - 1) }));
    expect(again).toMatchObject({ state: 'planned' });
    expect(again).not.toHaveProperty('problem');
    expect(await store.due()).toEqual([first, later]);
  });

  test('[REL-3] as many as there may be wait at once, and what is over is forgotten after 90 days', async () => {
    const store = openStore({ most: 1, mostDocuments: 3 });
    const { id } = releaseIn(await store.plan(itemOf(page('spring')), { name: 'Sale' }, 'user:ada'));
    expect(await store.plan(itemOf(page('tea')), { name: 'Tea' }, 'user:ada')).toEqual({ kind: 'full' });
    await store.cancel(id, 'user:ada');
    now += 91 * day;
    expect(await store.list()).toEqual([]);
    const tea = releaseIn(await store.plan(itemOf(page('tea')), { name: 'Tea' }, 'user:ada'));
    expect(await store.find(id)).toBeUndefined();
    for (let item = 1; item < 3; item++)
      await store.plan(itemOf(page(`p${item}`)), { id: tea.id }, 'user:ada');
    expect(await store.plan(itemOf(page('one-more')), { id: tea.id }, 'user:ada')).toEqual({ kind: 'full' });
    expect((await store.plan(itemOf(page('tea', 'New')), { id: tea.id }, 'user:ada')).kind).toBe('changed');
  });

  test('[REL-4] it goes live once, with what says so, and not at all when it was changed after it was read', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const { id } = releaseIn(await store.plan(itemOf(page('spring')), { name: 'Sale' }, 'user:ada'));
    const read = (await store.find(id))!;
    const publish = (release = read) =>
      pages.publishReleased(
        {
          by: 'user:ada',
          documents: [page('spring')],
          urls: [
            { channel: 'online', locale: 'en', path: '/spring', target: { kind: 'page', page: 'spring' } },
          ],
          basedOn: { spring: null },
        },
        {
          id,
          paths: {},
          plannedAt: {},
          finish: (tx) => store.finish(tx, release, { by: 'user:ada', kept: ['main'] }),
        },
      );
    await store.change(id, { name: 'Spring sale' });
    expect(await publish()).toBe(false);
    expect(await pages.published(['spring'])).toEqual([undefined]);
    const current = (await store.find(id))!;
    const answers = await Promise.allSettled([publish(current), publish(current), publish(current)]);
    expect(answers.filter((each) => each.status === 'fulfilled' && each.value)).toHaveLength(1);
    expect((await pages.published(['spring']))[0]?.document).toEqual(page('spring'));
    expect(await store.find(id)).toMatchObject({ state: 'published', kept: ['main'] });
    expect(await pages.history('spring')).toHaveLength(1);
  });

  test('[REL-5] what was published, taken back or moved by hand since is told for each that was planned, what a release did is not', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const at = (path: string) =>
      ({ channel: 'online', locale: 'en', path, target: { kind: 'page', page: 'moved' } }) as const;
    await pages.publish({
      by: 'user:ada',
      documents: [page('before'), page('moved')],
      urls: [at('/moved')],
    });
    const early = await store.moment();
    await pages.publish({ by: 'user:bob', documents: [page('along', 'By hand')] });
    const late = await store.moment();
    const first = releaseIn(
      await store.plan(
        { ...itemOf(page('spring'), page('along'), page('before', 'Other')), plannedAfter: early },
        { name: 'A' },
        'ada',
      ),
    );
    await store.plan({ ...itemOf(page('along', 'Again')), plannedAfter: late }, { id: first.id }, 'ada');
    await store.plan({ ...itemOf(page('moved')), plannedAfter: late }, { id: first.id }, 'ada');
    const second = releaseIn(
      await store.plan(
        { ...itemOf(page('spring', 'Later'), page('gone')), plannedAfter: late },
        { name: 'B' },
        'ada',
      ),
    );
    await pages.publish({ by: 'user:bob', documents: [page('gone')] });
    await pages.publish({ by: 'user:bob', unpublish: ['gone'] });
    // Only its address: nothing of the document is new.
    await pages.publish({ by: 'user:bob', urls: [at('/elsewhere')] });
    const read = (await store.find(first.id))!;
    expect(await store.decidedSince(read)).toEqual([
      { item: 'moved', document: 'moved' },
      { item: 'spring', document: 'along' },
    ]);
    await pages.publishReleased(
      { by: 'user:ada', documents: [page('spring')], basedOn: {} },
      {
        id: first.id,
        paths: {},
        plannedAt: {},
        finish: (tx) => store.finish(tx, read, { by: 'user:ada', kept: [] }),
      },
    );
    expect(await store.decidedSince((await store.find(second.id))!)).toEqual([
      { item: 'spring', document: 'gone' },
    ]);
  });

  test('[REL-9] styles are kept as they were planned, go live in its transaction, and are newer when published by hand', async () => {
    const store = openStore();
    const pages = createSqlPageStore(open());
    const themes = createThemeStore(open(), { check: () => [] });
    const ink = (colour: string) => ({ light: { 'colour.ink': colour }, dark: {} });
    const heard: unknown[] = [];
    const stop = open().subscribe((events) => {
      heard.push(...events.filter(({ kind }) => kind === 'theme.published').map(({ payload }) => payload));
    });
    const styles = async (colour: string): Promise<NewReleaseItem> => ({
      document: stylesItem('plain'),
      kind: 'styles',
      name: 'Styles',
      action: 'publish',
      documents: [],
      tokens: ink(colour),
      paths: {},
      plannedAfter: await store.moment(),
    });
    const [first, second] = [
      releaseIn(await store.plan(await styles('#111'), { name: 'First' }, 'user:ada')),
      releaseIn(await store.plan(await styles('#222'), { name: 'Second' }, 'user:ada')),
    ];
    expect(first.items).toMatchObject([{ kind: 'styles', document: 'theme:plain' }]);
    const run = async (id: string, isRight = true) => {
      const release = (await store.find(id))!;
      const { styles: live } = whatGoesLive(release, await store.decidedSince(release));
      await pages.publishReleased(
        { by: 'user:ada' },
        {
          id,
          paths: {},
          plannedAt: {},
          async finish(tx) {
            for (const { document, tokens } of live)
              await themes.publishReleased(tx, themeOfStyles(document), {
                tokens: tokens!,
                by: 'ada',
                release: id,
              });
            return isRight && (await store.finish(tx, release, { by: 'user:ada', kept: [] }));
          },
        },
      );
    };
    await run(first.id);
    // What another release published is not by hand.
    expect(await store.decidedSince((await store.find(second.id))!)).toEqual([]);
    expect((await themes.read('plain')).published).toEqual(ink('#111'));
    await themes.save('plain', ink('#333'), { version: 1, by: 'user:bob' });
    await themes.publish('plain', { version: 2, by: 'user:bob' });
    expect(await store.decidedSince((await store.find(second.id))!)).toEqual([
      { item: 'theme:plain', document: 'theme:plain' },
    ]);
    await run(second.id);
    expect((await themes.read('plain')).published).toEqual(ink('#333'));
    await expect.poll(() => heard).toEqual([{ theme: 'plain' }, { theme: 'plain' }]);
    stop();
  });

  test('[REL-6] those that wait and need a document are told: planned itself, going along, or shown', async () => {
    const store = openStore();
    const shows = page('spring', 'Spring', [
      { id: 'f', type: 'fragment', v: 1, props: { fragment: 'banner' } },
    ]);
    const { id } = releaseIn(await store.plan(itemOf(shows, page('along')), { name: 'Sale' }, 'user:ada'));
    await store.plan(itemOf(page('tea', 'banner')), { name: 'Tea' }, 'user:ada');
    const told = async (document: string) =>
      (await store.waitingWith(document)).map(({ release, ...how }) => ({ name: release.name, ...how }));
    expect(await told('spring')).toEqual([{ name: 'Sale', action: 'publish', isNeeded: false }]);
    expect(await told('along')).toEqual([{ name: 'Sale', isNeeded: true }]);
    expect(await told('banner')).toEqual([{ name: 'Sale', isNeeded: true }]);
    expect(await told('elsewhere')).toEqual([]);
    await store.cancel(id, 'user:ada');
    expect(await told('banner')).toEqual([]);
  });
});
