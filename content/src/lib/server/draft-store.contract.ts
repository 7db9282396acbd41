import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { PageInYdoc } from '../collab/page-in-ydoc.ts';
import type { PageDocument } from '../page.ts';
import type { PageStore } from '../page-store.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { makeNode, makePage } from '../testing/builders.ts';
import type { UrlEntry } from '../url-map.ts';
import type { DraftStore } from './draft-store.ts';

export interface OpenedDrafts {
  readonly drafts: DraftStore;
  /** What is published beside them. */
  readonly pages: PageStore;
}

/** The shapes a store under test is made with. */
export const shapes: ShapesOf = (module) => (module === 'hero' ? { title: { kind: 'text' } } : undefined);

const by = 'user:ada';
const home = makePage({
  id: 'home',
  seo: { title: 'Home', 'title@de': 'Start' },
  nodes: [
    makeNode('hero', { props: { title: 'Hello', 'title@de': 'Hallo', height: 3 } }),
    makeNode('columns', { id: 'c', slots: { left: [makeNode('hero', { id: 'h2' })] } }),
  ],
});

/** What every draft store does. `open` gives an empty one each time. */
export function testDraftStore(open: () => Promise<OpenedDrafts>): void {
  test('[DRAFT-1] a published document gets a draft that is the same, once, whoever asks first', async () => {
    const { drafts, pages } = await open();
    const urls = [at('/home'), at('/'), at('/start', 'de')];
    await pages.publish({ by, documents: [home], urls });
    const states = await Promise.all([drafts.open('home'), drafts.open('home'), drafts.open('home')]);
    expect(read(states[0])).toEqual({ document: home, paths: { 'online/en': '/', 'online/de': '/start' } });
    expect(states[1]).toEqual(states[0]);
    expect(states[2]).toEqual(states[0]);
    expect(await drafts.load('home')).toEqual(states[0]);
    expect(await drafts.open('nothing')).toBeUndefined();
    expect(await drafts.load('nothing')).toBeUndefined();
  });

  test('[DRAFT-2] every update that was appended is there, also of many at once', async () => {
    const { drafts } = await open();
    await drafts.create(home, { by });
    const names = Array.from({ length: 20 }, (_, index) => `n${index}`);
    const before = (await drafts.open('home'))!;
    await Promise.all(
      names.map((id) =>
        drafts.append(
          'home',
          edit(before, (page) => void insert(page, id)),
          by,
        ),
      ),
    );
    const { document } = read(await drafts.load('home'));
    expect(document.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(names));
    await expect(drafts.append('nothing', new Uint8Array([0, 0]), by)).rejects.toThrow('no');
  });

  test('[DRAFT-3] compaction changes nothing, and nothing that is appended meanwhile is lost', async () => {
    const { drafts } = await open();
    await drafts.create(home, { by });
    const before = (await drafts.open('home'))!;
    const names = Array.from({ length: 24 }, (_, index) => `n${index}`);
    await Promise.all(
      names.flatMap((id, index) => {
        const append = drafts.append(
          'home',
          edit(before, (page) => void insert(page, id)),
          by,
        );
        return index % 4 === 0 ? [append, drafts.compact('home')] : [append];
      }),
    );
    const whole = read(await drafts.load('home'));
    expect(whole.document.nodes.map(({ id }) => id)).toEqual(expect.arrayContaining(names));
    await drafts.compact('home');
    await drafts.compact('home');
    expect(read(await drafts.load('home'))).toEqual(whole);
    await drafts.compact('nothing');
  });

  test('[DRAFT-4] who is alone with a draft sees all of it, and what he returns is part of it', async () => {
    const { drafts } = await open();
    await drafts.create(home, { by });
    const count = () =>
      drafts.alone('home', by, (state) => {
        const seen = Number(read(state).document.name) || 0;
        return edit(state, (page) => page.setMeta({ name: String(seen + 1) }));
      });
    await Promise.all([count(), count(), count(), count()]);
    expect(read(await drafts.load('home')).document.name).toBe('4');
    const unchanged = await drafts.alone('home', by, () => undefined);
    expect(unchanged).toEqual(await drafts.load('home'));
    expect(await drafts.alone('nothing', by, () => undefined)).toBeUndefined();
  });

  test('[DRAFT-11] what a draft was before it was given another form is kept', async () => {
    const { drafts } = await open();
    await drafts.create(home, { by });
    const rename = (name: string, keepsBefore: boolean) =>
      drafts.alone('home', by, (state) => edit(state, (page) => page.setMeta({ name })), { keepsBefore });
    await rename('Second', true);
    await rename('Third', false);
    await rename('Fourth', true);
    await drafts.alone('home', by, () => undefined, { keepsBefore: true });
    const kept = await drafts.before('home');
    expect(kept.map(({ state }) => read(state).document.name)).toEqual(['home', 'Third']);
    const again = kept.map(({ state, change }) => read(Y.mergeUpdates([state, change])).document.name);
    expect(again).toEqual(['Second', 'Fourth']);
    expect(await drafts.before('nothing')).toEqual([]);
  });

  test('[DRAFT-11] so is what one was that follows what was published for newer modules', async () => {
    const { drafts, pages } = await open();
    const publish = (v: number, title: string) =>
      pages.publish({
        by,
        documents: [makePage({ id: 'home', nodes: [makeNode('hero', { v, props: { title } })] })],
      });
    await publish(1, 'First');
    await drafts.open('home');
    await publish(1, 'Second');
    await drafts.open('home');
    expect(await drafts.before('home')).toEqual([]);
    await publish(2, 'Third');
    await drafts.open('home');
    const kept = await drafts.before('home');
    expect(kept.map(({ state }) => read(state).document.nodes[0]!.props.title)).toEqual(['Second']);
  });

  test('[DRAFT-5] what was derived is listed and shown, and says whether publishing would change something', async () => {
    const { drafts, pages } = await open();
    await pages.publish({ by, documents: [home], urls: [at('/')] });
    const isChanged = async () => (await drafts.list()).map((each) => [each.id, each.isChanged]);
    expect(await isChanged()).toEqual([['home', false]]);
    await drafts.open('home');
    expect(await isChanged()).toEqual([['home', false]]);
    expect(await drafts.drafts(['home', 'nothing'])).toEqual([home, undefined]);
    const changed = { ...home, name: 'Start' };
    await drafts.project('home', changed, { 'online/en': '/' }, 'user:bob');
    await drafts.create(makePage({ id: 'new', nodes: [] }), { by, paths: { 'online/en': '/new' } });
    expect(await drafts.drafts(['new', 'home'])).toEqual([makePage({ id: 'new', nodes: [] }), changed]);
    const [first, second] = await drafts.list();
    expect(first).toMatchObject({ id: 'home', name: 'Start', isChanged: true, updatedBy: 'user:bob' });
    expect(first!.publishedVersion).toBe((await pages.published(['home']))[0]!.version);
    expect(second).toMatchObject({ id: 'new', isChanged: true, paths: { 'online/en': '/new' }, position: 1 });
    expect(second).not.toHaveProperty('publishedVersion');
    await pages.publish({ by, documents: [changed] });
    expect(await isChanged()).toEqual([
      ['home', false],
      ['new', true],
    ]);
    await drafts.project('home', changed, { 'online/en': '/start' }, by);
    expect(await isChanged()).toContainEqual(['home', true]);
  });

  test('[DRAFT-6] a draft nobody changed follows what is published; one that was changed stays', async () => {
    const { drafts, pages } = await open();
    await pages.publish({ by, documents: [home, { ...home, id: 'other' }], urls: [at('/')] });
    const state = (await drafts.open('home'))!;
    await drafts.open('other');
    await drafts.append(
      'other',
      edit((await drafts.load('other'))!, (page) => page.setMeta({ name: 'Mine' })),
      by,
    );
    const later = { ...home, name: 'Imported', nodes: home.nodes.slice(1) };
    await pages.publish({
      by,
      documents: [later, { ...later, id: 'other' }],
      urls: [at('/start', 'de')],
    });
    expect(await drafts.drafts(['home'])).toEqual([undefined]);
    expect(await drafts.list()).toMatchObject([{ isChanged: false }, { id: 'other' }]);
    const opened = read(await drafts.open('home'));
    expect(opened).toEqual({ document: later, paths: { 'online/en': '/', 'online/de': '/start' } });
    expect(read(state).document).toEqual(home);
    expect(read(await drafts.open('other')).document).toEqual({ ...home, id: 'other', name: 'Mine' });
    expect((await drafts.drafts(['other']))[0]?.name).toBe('Mine');
    // What was changed and then published just so is nobody's change any more.
    await pages.publish({ by, documents: [{ ...home, id: 'other', name: 'Mine' }] });
    await pages.publish({ by, documents: [{ ...later, id: 'other' }] });
    expect(read(await drafts.open('other')).document).toEqual({ ...later, id: 'other' });
  });

  test('[DRAFT-7] documents are made, put into the trash, taken out of it and placed', async () => {
    const { drafts, pages } = await open();
    await pages.publish({ by, documents: [home, makePage({ id: 'blog' })] });
    const make = (id: string) => drafts.create(makePage({ id }), { by });
    expect(await make('home')).toEqual({ kind: 'taken' });
    expect(await make('a')).toEqual({ kind: 'created' });
    expect(await make('a')).toEqual({ kind: 'taken' });
    await make('b');
    await make('c');
    const order = async () =>
      (await drafts.list()).map(({ id, parent }) => (parent ? `${parent}/${id}` : id));
    expect(await order()).toEqual(['home', 'a', 'b', 'c', 'blog']);
    expect(await drafts.place('c', { position: 1 })).toEqual({ kind: 'placed' });
    expect(await order()).toEqual(['home', 'c', 'a', 'b', 'blog']);
    expect((await drafts.list()).map(({ position }) => position)).toEqual([0, 1, 2, 3, 4]);
    await drafts.place('a', { parent: 'b', position: 9 });
    expect(await drafts.place('b', { parent: 'a', position: 0 })).toMatchObject({ kind: 'refused' });
    expect(await drafts.place('b', { parent: 'nothing', position: 0 })).toMatchObject({ kind: 'refused' });
    expect((await order()).toSorted()).toEqual(['b', 'b/a', 'blog', 'c', 'home']);
    expect(await drafts.remove('a', by)).toBe(true);
    expect(await drafts.remove('home', by)).toBe(true);
    expect(await drafts.remove('nothing', by)).toBe(false);
    expect(await drafts.open('a')).toBeUndefined();
    expect(await drafts.load('a')).toBeDefined();
    await expect(drafts.append('a', new Uint8Array([0, 0]), by)).rejects.toThrow('lies in the trash');
    expect(await drafts.drafts(['a', 'home'])).toEqual([undefined, undefined]);
    expect((await drafts.list()).filter(({ trashedAt }) => trashedAt).map(({ id }) => id)).toEqual(
      expect.arrayContaining(['a', 'home']),
    );
    await drafts.place('blog', { position: 1 });
    expect((await order()).filter((id) => !['b/a', 'home'].includes(id))).toEqual(['c', 'blog', 'b']);
    expect(await drafts.restore('a', by)).toBe(true);
    expect(await drafts.restore('nothing', by)).toBe(false);
    expect(await drafts.restore('a', by)).toBe(false);
    expect(read(await drafts.open('a')).document.id).toBe('a');
  });

  test('[DRAFT-7] a place is counted among what is shown beside it: of the same kind, published or not, not in the trash', async () => {
    const { drafts, pages } = await open();
    const make = (id: string, kind: PageDocument['kind'] = 'page') => makePage({ id, kind });
    await pages.publish({ by, documents: [make('a'), make('b'), make('c')] });
    await drafts.create(make('piece', 'fragment'), { by });
    await drafts.create(make('gone'), { by });
    await drafts.place('gone', { position: 0 });
    await drafts.remove('gone', by);
    const order = async () =>
      (await drafts.list())
        .filter(({ kind, trashedAt }) => kind === 'page' && !trashedAt)
        .map(({ id }) => id);
    expect(await order()).toEqual(['a', 'b', 'c']);
    await drafts.place('c', { position: 1 });
    expect(await order()).toEqual(['a', 'c', 'b']);
    await drafts.place('a', { position: 9 });
    expect(await order()).toEqual(['c', 'b', 'a']);
  });

  test('[DRAFT-6] a draft that follows is composed as what is published', async () => {
    const { drafts, pages } = await open();
    const list = makePage({ id: 'list', kind: 'template', composes: 'category' });
    await pages.publish({ by, documents: [list] });
    await drafts.open('list');
    await pages.publish({ by, documents: [{ ...list, composes: 'search' }] });
    await drafts.open('list');
    expect([await drafts.templates('category'), await drafts.templates('search')]).toEqual([[], ['list']]);
  });

  test('[DRAFT-9] it is known what a draft was made from, and whether it lies in the trash', async () => {
    const { drafts, pages } = await open();
    const { published } = await pages.publish({ by, documents: [home], urls: [at('/')] });
    await drafts.open('home');
    await drafts.create(makePage({ id: 'new' }), { by });
    await drafts.remove('new', by);
    expect(await drafts.standings(['new', 'nothing', 'home'])).toEqual([
      { isTrashed: true },
      undefined,
      { isTrashed: false, base: { version: published[0]!.version, paths: { 'online/en': '/' } } },
    ]);
  });

  test('[DRAFT-9] what is published of a draft is what it was made from, though nothing newer was derived from it yet', async () => {
    const { drafts, pages } = await open();
    await pages.publish({ by, documents: [home] });
    await drafts.open('home');
    const change = { by, documents: [{ ...home, name: 'Start' }] };
    const { published } = await pages.publish({ ...change, basedOn: {} });
    expect(await drafts.standings(['home'])).toMatchObject([{ base: { version: published[0]!.version } }]);
  });

  test('[DRAFT-10] what is published is not thrown away by who does not mean that, what is in the trash not published', async () => {
    const { drafts, pages } = await open();
    await pages.publish({ by, documents: [home] });
    await drafts.create(makePage({ id: 'new' }), { by });
    expect(await drafts.removeUnpublished('home', by)).toEqual({ kind: 'published' });
    expect(await drafts.removeUnpublished('nothing', by)).toEqual({ kind: 'missing' });
    expect(await drafts.removeUnpublished('new', by)).toEqual({ kind: 'removed' });
    const change = { by, documents: [makePage({ id: 'new' })] };
    await expect(pages.publish({ ...change, basedOn: { new: null } })).rejects.toThrow('lies in the trash');
    await pages.publish(change);
    expect((await pages.published(['new']))[0]?.document.id).toBe('new');
  });

  test('[DRAFT-8] paths and templates of drafts are found', async () => {
    const { drafts } = await open();
    const make = (document: PageDocument, paths = {}) => drafts.create(document, { by, paths });
    await make(makePage({ id: 'about' }), { 'online/de': '/über', 'online/en': '/about', 'other/de': '/x' });
    await make(makePage({ id: 'gone' }), { 'online/de': '/über' });
    await make(makePage({ id: 'wide', kind: 'template', composes: 'product' }));
    await make(makePage({ id: 'list', kind: 'template', composes: 'category' }));
    await drafts.remove('gone', by);
    const about = { id: 'about', paths: { 'online/de': '/über', 'online/en': '/about', 'other/de': '/x' } };
    expect(await drafts.pathsIn('online', { locale: 'de', path: '/über' })).toEqual([about]);
    expect(await drafts.pathsIn('online', { locale: 'de', path: '/about' })).toEqual([]);
    expect(await drafts.pathsIn('online')).toEqual([about]);
    expect(await drafts.pathsIn('on')).toEqual([]);
    expect(await drafts.templates('product')).toEqual(['wide']);
  });
}

function at(path: string, locale = 'en'): UrlEntry {
  return { channel: 'online', locale, path, target: { kind: 'page', page: 'home' } };
}

function read(state: Uint8Array | undefined) {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state!);
  const page = new PageInYdoc(doc, shapes);
  const found = { document: page.toDocument(), paths: page.meta().paths };
  page.destroy();
  return found;
}

function edit(state: Uint8Array, work: (page: PageInYdoc) => void): Uint8Array {
  const doc = new Y.Doc();
  Y.applyUpdate(doc, state);
  const before = Y.encodeStateVector(doc);
  const page = new PageInYdoc(doc, shapes);
  work(page);
  page.destroy();
  return Y.encodeStateAsUpdate(doc, before);
}

function insert(page: PageInYdoc, id: string) {
  return page.insert([makeNode('hero', { id })], { index: 0 });
}
