import { expect, test } from 'vitest';
import type { PageDocument } from './page.ts';
import type { PageStore, PublishHistory } from './page-store.ts';
import type { PagePublished } from './server/publish.ts';
import { makeNode, makePage } from './testing/builders.ts';
import type { UrlEntry } from './url-map.ts';

export interface OpenedStore {
  readonly store: PageStore & PublishHistory;
  /** What `onPublished` was called with. */
  readonly told: PagePublished[];
}

const by = 'user:ada';
const home = makePage({
  id: 'home',
  nodes: [makeNode('hero', { props: { title: 'Hello', 'title@de': 'Hallo' } })],
});
const about = makePage({ id: 'about' });

function url(path: string, target: UrlEntry['target'], locale = 'en'): UrlEntry {
  return { channel: 'online', locale, path, target };
}
function toPage(page: string): UrlEntry['target'] {
  return { kind: 'page', page };
}
function redirect(to: string): UrlEntry['target'] {
  return { kind: 'redirect', to, status: 301 };
}
function template(id: string, composes: 'product' | 'category' = 'product'): PageDocument {
  return makePage({ id, kind: 'template', composes });
}

/** What every page store does. `open` gives an empty one each time. */
export function testPageStore(open: () => Promise<OpenedStore>): void {
  test('[PAGE-1] published documents come back in the order asked, with gaps', async () => {
    const { store } = await open();
    const { published } = await store.publish({ by, documents: [home, about] });
    expect(published.map(({ document }) => document)).toEqual([home, about]);
    const found = await store.published(['about', 'nothing', 'home', 'about']);
    expect(found).toEqual([published[1], undefined, published[0], published[1]]);
    expect(await store.published([])).toEqual([]);
  });

  test('[PAGE-2] the version changes with the content and only with it', async () => {
    const { store } = await open();
    const first = await store.publish({ by, documents: [home] });
    const reordered = { ...home, nodes: home.nodes.map(({ id, ...rest }) => ({ ...rest, id })) };
    const same = await store.publish({ by, documents: [reordered] });
    const other = await store.publish({ by, documents: [{ ...home, name: 'Start' }] });
    expect(same.published[0]?.version).toBe(first.published[0]?.version);
    expect(other.published[0]?.version).not.toBe(first.published[0]?.version);
  });

  test('[PAGE-3] the history keeps every form a document had, who published it, and that it was taken back', async () => {
    const { store } = await open();
    await store.publish({ by, documents: [home] });
    await store.publish({ by, documents: [home] });
    await store.publish({ by: 'user:bob', documents: [{ ...home, name: 'Start' }] });
    await store.publish({ by, unpublish: ['home'] });
    const history = await store.history('home');
    expect(history.map((entry) => [entry.by, entry.document?.name])).toEqual([
      [by, undefined],
      ['user:bob', 'Start'],
      [by, 'home'],
    ]);
    expect(history[0]?.at).toBeInstanceOf(Date);
    expect(await store.published(['home'])).toEqual([undefined]);
    expect(await store.history('nothing')).toEqual([]);
  });

  test('[PAGE-4] addresses lead to pages, elsewhere or nowhere, each in its channel and locale', async () => {
    const { store } = await open();
    const entries = [
      url('/', toPage('home')),
      url('/über-uns', toPage('about'), 'de'),
      url('/old', { kind: 'redirect', to: '/start?from=old', status: 308 }),
      url('/never', { kind: 'gone' }),
    ];
    await store.publish({ by, documents: [home, about], urls: entries });
    expect(await store.resolveUrl('online', 'en', '/')).toEqual(entries[0]);
    expect(await store.resolveUrl('online', 'de', '/%C3%BCber-uns/')).toEqual(entries[1]);
    expect(await store.resolveUrl('online', 'en', '/old')).toEqual(entries[2]);
    expect(await store.resolveUrl('online', 'en', '/never')).toEqual(entries[3]);
    expect(await store.resolveUrl('online', 'de', '/')).toBeUndefined();
    expect(await store.resolveUrl('other', 'en', '/')).toBeUndefined();
    expect(await store.resolveUrl('online', 'en', '/%E0%A4%A')).toBeUndefined();
    expect(await store.urls('online')).toEqual([entries[1], entries[0]]);
    const more = [url('/about', toPage('about')), url('/a', toPage('about'))];
    await store.publish({ by, urls: more });
    expect(await store.addressesOf('online', 'about')).toEqual([entries[1], more[1], more[0]]);
    expect(await store.addressesOf('other', 'about')).toEqual([]);
    expect(await store.addressesOf('online', 'nothing')).toEqual([]);
    await store.publish({
      by,
      urls: [url('/', redirect('/home'))],
      removeUrls: [url('/never', { kind: 'gone' })],
    });
    expect(await store.resolveUrl('online', 'en', '/')).toEqual(url('/', redirect('/home')));
    expect(await store.resolveUrl('online', 'en', '/never')).toBeUndefined();
  });

  test('[PAGE-9] redirects that lead to a path can be found', async () => {
    const { store } = await open();
    const entries = [
      url('/a', redirect('/')),
      url('/b', redirect('/?from=b#top')),
      url('/c', redirect('/x')),
      url('/d', redirect('/%58/#x')),
    ];
    await store.publish({ by, documents: [home], urls: [url('/', toPage('home')), ...entries] });
    expect(await store.redirectsTo('online', 'en', '/')).toEqual(entries.slice(0, 2));
    expect(await store.redirectsTo('online', 'en', '/x')).toEqual(entries.slice(2));
    expect(await store.redirectsTo('online', 'de', '/')).toEqual([]);
    expect(await store.redirectsTo('other', 'en', '/')).toEqual([]);
  });

  test('[PAGE-5] an address that leads nowhere, in a circle or in steps refuses the whole change', async () => {
    const { store } = await open();
    await store.publish({
      by,
      documents: [home],
      urls: [url('/', toPage('home')), url('/b', redirect('/c'))],
    });
    const refused = async (change: object, code: string) =>
      await expect(store.publish({ by, documents: [about], ...change })).rejects.toMatchObject({
        name: 'PublishRefusedError',
        problems: expect.arrayContaining([expect.objectContaining({ code })]),
      });
    await refused({ urls: [url('/x', toPage('nothing'))] }, 'unknown-page');
    await refused({ urls: [url('/c', redirect('/b'))] }, 'redirect-loop');
    await refused({ urls: [url('/a', redirect('/b?x=1'))] }, 'redirect-chain');
    await refused({ urls: [url('no-slash', toPage('home'))] }, 'bad-url');
    await refused({ unpublish: ['home'] }, 'unknown-page');
    await refused({ documents: [{ ...home, kind: 'fragment' }] }, 'unknown-page');
    await refused({ documents: [about, about] }, 'duplicate-id');
    await refused({ documents: [{ ...about, nodes: [makeNode('a'), makeNode('a')] }] }, 'duplicate-id');
    await refused({ overrides: { lamp: 'home' } }, 'unknown-template');
    expect(await store.published(['about', 'home'])).toMatchObject([
      undefined,
      { document: { kind: 'page' } },
    ]);
    await store.publish({ by, unpublish: ['home'], removeUrls: [url('/', toPage('home'))] });
    expect(await store.urls('online')).toEqual([]);
  });

  test('[PAGE-10] the address of another page is taken only by a change that says so', async () => {
    const { store } = await open();
    await store.publish({ by, documents: [home, about], urls: [url('/', toPage('home'))] });
    const taking = { by, urls: [url('/', toPage('about'))] };
    await expect(store.publish(taking)).rejects.toMatchObject({
      problems: [{ code: 'taken-address', message: expect.stringContaining('belongs to page "home"') }],
    });
    expect(await store.resolveUrl('online', 'en', '/')).toEqual(url('/', toPage('home')));
    await store.publish({ ...taking, takeAddresses: true });
    expect(await store.resolveUrl('online', 'en', '/')).toEqual(url('/', toPage('about')));
    await store.publish({ by, removeUrls: [url('/', toPage('about'))], urls: [url('/', toPage('home'))] });
    expect(await store.addressesOf('online', 'home')).toHaveLength(1);
  });

  test('[PAGE-11] a change that says what it is based on is refused when that is different now', async () => {
    const { store } = await open();
    const { published } = await store.publish({ by, documents: [home] });
    const { version } = published[0]!;
    const change = { by, documents: [{ ...home, name: 'Start' }], basedOn: { home: version, about: null } };
    await store.publish(change);
    await expect(store.publish({ ...change, documents: [about] })).rejects.toMatchObject({
      problems: [{ code: 'changed-meanwhile', document: 'home' }],
    });
    await store.publish({ by, documents: [about] });
    await expect(store.publish({ by, basedOn: { about: null } })).rejects.toMatchObject({
      problems: [{ code: 'changed-meanwhile', document: 'about' }],
    });
    await expect(store.publish({ by, basedOn: { nothing: version } })).rejects.toThrow('meanwhile');
    const piece = makePage({ id: 'piece', kind: 'fragment' });
    const showing = { ...about, nodes: [makeNode('fragment', { props: { fragment: 'piece' } })] };
    await store.publish({ by, documents: [piece, showing] });
    await expect(store.publish({ by, unpublish: ['piece'], basedOn: {} })).rejects.toThrow(
      'shown on "about"',
    );
    await store.publish({ by, unpublish: ['piece'], documents: [about], basedOn: {} });
    expect(await store.published(['piece'])).toEqual([undefined]);
  });

  test('[PAGE-6] a template is chosen: the override of the thing, else the general one', async () => {
    const { store } = await open();
    expect(await store.templateFor('product')).toBeUndefined();
    await store.publish({
      by,
      documents: [template('a-lamp'), template('product'), template('list', 'category')],
      overrides: { 'p-1': 'a-lamp', 'p-2': 'list' },
    });
    const chosen = async (...asked: Parameters<PageStore['templateFor']>) =>
      (await store.templateFor(...asked))?.document.id;
    expect(await chosen('product')).toBe('product');
    expect(await chosen('product', 'p-1')).toBe('a-lamp');
    expect(await chosen('product', 'p-2')).toBe('product');
    expect(await chosen('category', 'p-1')).toBe('list');
    await store.publish({ by, overrides: { 'p-1': null } });
    expect(await chosen('product', 'p-1')).toBe('product');
    await store.publish({
      by,
      unpublish: ['product'],
      documents: [template('second'), template('third')],
      overrides: { 'p-1': 'a-lamp' },
    });
    expect(await chosen('product', 'p-9')).toBe('second');
    await store.publish({ by, documents: [template('template-product')] });
    expect(await chosen('product', 'p-9')).toBe('template-product');
    expect(await chosen('product', 'p-1')).toBe('a-lamp');
    await store.publish({ by, unpublish: ['second', 'third', 'template-product'] });
    expect(await chosen('product', 'p-9')).toBe('a-lamp');
  });

  test('[PAGE-7] each change tells once what moved, and an unchanged one tells nothing', async () => {
    const { store, told } = await open();
    const change = {
      by,
      documents: [home, template('product'), template('special')],
      urls: [url('/', toPage('home'))],
      overrides: { 'p-1': 'special' },
    };
    await store.publish(change);
    await store.publish(change);
    await store.publish({ by, urls: [url('/start', toPage('home'), 'de')] });
    await store.publish({ by, unpublish: ['special'], removeUrls: [url('/', toPage('home'))] });
    expect(told).toEqual([
      { documentIds: ['home', 'product', 'special'], urls: ['/'], composes: ['product'] },
      { documentIds: ['home'], urls: ['/start'], composes: [] },
      { documentIds: ['special', 'home'], urls: ['/'], composes: ['product'] },
    ]);
  });

  test('[PAGE-8] two who publish at once cannot make a ring together', async () => {
    const { store } = await open();
    const both = await Promise.allSettled([
      store.publish({ by, urls: [url('/a', redirect('/b'))] }),
      store.publish({ by, urls: [url('/b', redirect('/a'))] }),
    ]);
    expect(both.map(({ status }) => status)).toEqual(expect.arrayContaining(['fulfilled', 'rejected']));
  });
}
