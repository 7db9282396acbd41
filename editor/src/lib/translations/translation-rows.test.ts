import type { Props, Translations } from '@vitrine/content';
import { newPageDoc, PageInYdoc } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import type { FieldDescription } from '@vitrine/modules';
import { expect, test } from 'vitest';
import { seoRows } from './seo-rows.ts';
import { type GroupMemory, translationGroups } from './translation-groups.ts';

const field = (name: string, kind: FieldDescription['kind'], more: Partial<FieldDescription> = {}) =>
  ({
    name,
    kind,
    label: name,
    required: false,
    localised: true,
    responsive: false,
    details: {},
    ...more,
  }) as FieldDescription;
const plain = { localised: false } as const;

const fields = [
  field('title', 'text'),
  field('body', 'rich-text'),
  field('picture', 'image'),
  field('align', 'select', plain),
  field('note', 'text', { when: { field: 'align', is: ['left'] } }),
  field('action', 'text', { default: 'Shop now' as never }),
  field('links', 'list', {
    ...plain,
    item: field('', 'object', { ...plain, fields: [field('label', 'text'), field('to', 'link', plain)] }),
  }),
  field('box', 'object', { ...plain, fields: [field('words', 'text')] }),
  field('steps', 'list', { item: field('', 'object', { ...plain, fields: [field('label', 'text')] }) }),
];
const describeModule = (type: string) =>
  type === 'card' ? { id: 'card', title: 'Card', fields } : undefined;
const shapes = () => ({
  title: { kind: 'text' as const },
  links: { kind: 'list' as const, item: { kind: 'object' as const, fields: {} } },
});

function pageOf(nodes: readonly ReturnType<typeof makeNode>[]): PageInYdoc {
  const doc = newPageDoc();
  PageInYdoc.fill(doc, makePage({ nodes }), shapes);
  return new PageInYdoc(doc, shapes);
}

function rows(props: Props, kept: Translations = {}, locale = 'de') {
  const page = pageOf([
    makeNode('section', { id: 's', slots: { content: [makeNode('card', { id: 'a', props })] } }),
  ]);
  const groups = translationGroups({ page, describe: describeModule, locale, baseLocale: 'en', kept });
  return {
    page,
    groups,
    states: groups.flatMap((group) => group.rows.map(({ label, state }) => `${label}: ${state}`)),
  };
}

test('[TRANSLATE-3] what nobody who reads the language gets to see is not missing in it, nor what stands in it', () => {
  const { page, states } = rows({ title: 'Hello', action: '' });
  expect(states).toEqual(['title: missing']);
  const look = (locale: string) =>
    translationGroups({ page, describe: describeModule, locale, baseLocale: 'en', kept: {} });
  page.setFacts('s', { locales: ['en', 'fr'] });
  expect(look('de')).toEqual([]);
  expect(look('fr')).toHaveLength(1);
});

test('[TRANSLATE-3] words that are written in the first language are missing until they are in the other', () => {
  const { groups, states } = rows({
    title: 'Hello',
    body: '<p>Words</p>',
    'body@de': '<p>Wörter</p>',
    picture: { src: 'media/a' },
    align: 'right',
    note: 'Not shown',
    box: { words: 'In a box' },
    links: [{ label: 'One', 'label@de': 'Eins' }, { label: 'Two' }],
  });
  expect(groups.map(({ id }) => id)).toEqual(['a']);
  expect(states).toEqual([
    'title: missing',
    'body: done',
    'action: missing',
    'links › 1 › label: done',
    'links › 2 › label: missing',
    'box › words: missing',
  ]);
});

test('[TRANSLATE-3] nothing is missing where there are no words, or where readers get their own language from its neighbour', () => {
  expect(rows({ title: '  ', body: '<p></p>', action: '', 'picture@de': { src: 'media/b' } }).states).toEqual(
    ['picture: done'],
  );
  expect(rows({ title: 'Hello', 'title@de': 'Hallo', action: '' }, {}, 'de-AT').states).toEqual([]);
});

test('[TRANSLATE-4] a translation is outdated when what stands there is not what it was made from, until it is written anew', () => {
  const kept = { 'a/title@de': { value: 'Hallo', base: 'Hello' } };
  const props = { title: 'Welcome', 'title@de': 'Hallo', action: '' };
  const { groups, page } = rows(props, kept);
  expect(groups[0]!.rows).toMatchObject([
    { state: 'outdated', before: 'Hello', base: 'Welcome', path: 'a/title@de' },
  ]);
  expect(rows({ ...props, title: 'Hello' }, kept).states).toEqual(['title: done']);
  page.setProp('a', 'title@de', 'Willkommen');
  const again = translationGroups({ page, describe: describeModule, locale: 'de', baseLocale: 'en', kept });
  expect(again[0]!.rows).toMatchObject([{ state: 'done' }]);
  expect(rows(props, {}).states).toEqual(['title: done']);
});

test('[TRANSLATE-3] a list that is written for a language as a whole is done as a whole, for its neighbours too', () => {
  const steps = { steps: [{ label: 'One' }], 'steps@de': [{ label: 'Eins' }], action: '' };
  expect(rows({ steps: [{ label: 'One' }], action: '' }).states).toEqual(['steps › 1 › label: missing']);
  expect(rows(steps).states).toEqual(['steps: done']);
  expect(rows(steps, {}, 'de-AT').states).toEqual([]);
});

test('[TRANSLATE-2] what is confirmed is for what stands there, not for what readers see in its place', () => {
  // The original was taken away, and the field's default is shown.
  const kept = { 'a/action@de': { value: 'Kaufen', base: 'Buy' } };
  const [row] = rows({ 'action@de': 'Kaufen' }, kept).groups[0]!.rows;
  expect(row).toMatchObject({ state: 'outdated', before: 'Buy', base: 'Shop now', stands: null });
  const confirmed = { 'a/action@de': { value: row!.value!, base: row!.stands } };
  expect(rows({ 'action@de': 'Kaufen' }, confirmed).states).toEqual(['action: done']);
  // The first language has a value of its own beside the one for everybody.
  expect(rows({ action: 'Shop', 'action@en': 'Buy', 'action@de': 'Kaufen' }).groups[0]!.rows).toMatchObject([
    { base: 'Buy', stands: 'Shop' },
  ]);
  const seo = seoRows({ 'title@de': 'Frühling' }, 'de', {
    '/seo/title@de': { value: 'Frühling', base: 'Spring' },
  });
  expect(seo).toMatchObject([{ state: 'outdated', base: '', stands: null }]);
});

test('[TRANSLATE-8] whoever types has one module read again, and the others stay the same objects', () => {
  const page = pageOf(
    Array.from({ length: 50 }, (_, index) =>
      makeNode('card', { id: `c${index}`, props: { title: 'Hello', 'title@de': 'Hallo', links: [{}, {}] } }),
    ),
  );
  const kept = { 'c3/title@de': { value: 'Hallo', base: 'Hi' } };
  const memory: GroupMemory = new Map();
  const options = { page, describe: describeModule, locale: 'de', baseLocale: 'en' };
  const look = (known: Translations = kept) => translationGroups({ ...options, kept: known, memory });
  const first = look();
  expect(first[3]!.rows[0]!.state).toBe('outdated');
  page.setProp('c7', 'title', 'Welcome');
  const second = look(structuredClone(kept));
  expect(second.flatMap((group, index) => (group === first[index] ? [] : [group.id]))).toEqual(['c7']);
  expect(second).toEqual(translationGroups({ ...options, kept }));
  // Items that look alike are other ones all the same.
  page.transact(() => {
    page.removeItem('c7', 'links', page.itemIds('c7', 'links')[0]!);
    page.insertItem('c7', 'links', 1, {});
  });
  expect(look()).toEqual(translationGroups({ ...options, kept }));
  page.remove(['c7']);
  expect(look().map(({ id }) => id)).not.toContain('c7');
  expect(memory.size).toBe(49);
});

test('[TRANSLATE-4] an item is known by what it is, wherever it stands in its list', () => {
  const { page } = rows({ action: '', links: [{ label: 'One' }, { label: 'Two', 'label@de': 'Zwei' }] });
  const second = page.itemIds('a', 'links')[1]!;
  const kept = { [`a/links/${second}/label@de`]: { value: 'Zwei', base: 'Second' } };
  page.moveItem('a', 'links', second, 0);
  const groups = translationGroups({ page, describe: describeModule, locale: 'de', baseLocale: 'en', kept });
  expect(groups[0]!.rows).toMatchObject([
    { label: 'links › 1 › label', state: 'outdated' },
    { label: 'links › 2 › label', state: 'missing' },
  ]);
});

test('[TRANSLATE-3] [TRANSLATE-4] what search engines are told is a text like others', () => {
  const seo = { title: 'Spring', 'title@de': 'Frühling', description: 'All of it' };
  expect(seoRows(seo, 'de', {}).map(({ name, state }) => [name, state])).toEqual([
    ['title', 'done'],
    ['description', 'missing'],
  ]);
  const kept = { '/seo/title@de': { value: 'Frühling', base: 'Easter' } };
  expect(seoRows(seo, 'de', kept)[0]).toMatchObject({ state: 'outdated', before: 'Easter' });
  expect(seoRows({}, 'de', kept)).toEqual([]);
  expect(seoRows({ title: 'Spring', 'title@de': 'Frühling' }, 'de-AT', {})).toEqual([]);
});

test('[TRANSLATE-9] what a picture shows is a text of its own, unless it is decoration', () => {
  const jug = { src: 'media/jug', alt: 'A jug', width: 4, height: 5 };
  const alt = (picture: object, locale = 'de', kept: Translations = {}) =>
    rows({ picture: picture as never, action: '' }, kept, locale);
  expect(alt(jug).states).toEqual(['picture › Alternative text: missing']);
  expect(alt({ ...jug, 'alt@de': 'Ein Krug' }).states).toEqual(['picture › Alternative text: done']);
  expect(alt({ ...jug, 'alt@de': 'Ein Krug' }, 'de-AT').states).toEqual([]);
  expect(alt({ ...jug, alt: '' }).states).toEqual([]);
  const kept = { 'a/picture/alt@de': { value: 'Ein Krug', base: 'A mug' } };
  expect(alt({ ...jug, 'alt@de': 'Ein Krug' }, 'de', kept).groups[0]!.rows).toMatchObject([
    { state: 'outdated', before: 'A mug', base: 'A jug', path: 'a/picture/alt@de', isAlt: true },
  ]);
  const other = { picture: jug, 'picture@de': { ...jug, alt: 'Ein Krug' }, action: '' };
  expect(rows(other as never).states).toEqual(['picture: done']);
});

test('[TRANSLATE-9] what a page says inside a fragment is among its texts, what the fragment says is not', () => {
  const use = makeNode('fragment', {
    id: 'use',
    props: {
      fragment: 'sale',
      'in.top.title': 'Our own',
      'in.top.body': '<p>Ours</p>',
      'in.top.body@de': '<p>Unseres</p>',
    },
  });
  const top = {
    ...makeNode('card', { id: 'top', props: { title: 'Theirs', action: 'Go' } }),
    open: ['title', 'body', 'action'],
  };
  const look = (kept: Translations) =>
    translationGroups({
      page: pageOf([use]),
      describe: describeModule,
      openIn: (fragment) => (fragment === 'sale' ? [top] : undefined),
      locale: 'de',
      baseLocale: 'en',
      kept,
    });
  const kept = { 'use/in.top.body@de': { value: '<p>Unseres</p>', base: '<p>Mine</p>' } };
  const written = { 'use/in.top.body@de': { value: '<p>Unseres</p>', base: '<p>Ours</p>' } };
  expect(look(written)[0]!.rows[1]).toMatchObject({ label: 'body', state: 'done' });
  expect(look(kept)).toMatchObject([
    {
      id: 'use.top',
      inside: { use: 'use', node: top },
      rows: [
        { label: 'title', state: 'missing', base: 'Our own', path: 'use/in.top.title@de' },
        { label: 'body', state: 'outdated', before: '<p>Mine</p>', path: 'use/in.top.body@de' },
      ],
    },
  ]);
});

test('[TRANSLATE-4] [TRANSLATE-9] a page’s own translation in a fragment is for the page’s own original, also where it has none', () => {
  const page = pageOf([
    makeNode('fragment', { id: 'use', props: { fragment: 'sale', 'in.top.title@de': 'Unser Titel' } }),
  ]);
  const top = { ...makeNode('card', { id: 'top', props: { title: 'Theirs' } }), open: ['title'] };
  const look = (kept: Translations) =>
    translationGroups({
      page,
      describe: describeModule,
      openIn: () => [top],
      locale: 'de',
      baseLocale: 'en',
      kept,
    })[0]!.rows;
  const kept = { 'use/in.top.title@de': { value: 'Unser Titel', base: null } };
  expect(look(kept)).toMatchObject([{ state: 'done', base: 'Theirs', stands: null }]);
  page.setProp('use', 'in.top.title', 'Ours');
  expect(look(kept)).toMatchObject([{ state: 'outdated', base: 'Ours', stands: 'Ours', before: null }]);
});

test('[TRANSLATE-8] [TRANSLATE-9] what a page says inside fragments is not read again while something else is written', () => {
  const use = (id: string) =>
    makeNode('fragment', {
      id,
      props: { fragment: 'sale', 'in.top.title': 'Ours', 'in.top.title@de': 'Unser' },
    });
  const page = pageOf([
    makeNode('card', { id: 'a', props: { title: 'Hello', action: '' } }),
    use('one'),
    use('two'),
  ]);
  let top = { ...makeNode('card', { id: 'top', props: { title: 'Theirs' } }), open: ['title'] };
  const memory: GroupMemory = new Map();
  const options = { page, describe: describeModule, openIn: () => [top], baseLocale: 'en', kept: {} };
  const look = (locale = 'de') => translationGroups({ ...options, locale, memory });
  const changed = (change: () => void) => {
    const before = look();
    change();
    const after = look();
    expect(after).toEqual(translationGroups({ ...options, locale: 'de' }));
    return after.flatMap((group, index) => (group === before[index] ? [] : [group.id]));
  };
  expect(look().map(({ id }) => id)).toEqual(['a', 'one.top', 'two.top']);
  expect(changed(() => page.setProp('a', 'title', 'Welcome'))).toEqual(['a']);
  expect(changed(() => page.setProp('two', 'in.top.title@de', 'Anders'))).toEqual(['two.top']);
  const changeTop = () => {
    top = { ...top, props: { title: 'Theirs now' } };
  };
  expect(changed(changeTop)).toEqual(['one.top', 'two.top']);
  expect(look('fr').map(({ rows }) => rows[0]!.state)).toEqual(['missing', 'missing', 'missing']);
  page.remove(['one']);
  expect(look().map(({ id }) => id)).toEqual(['a', 'two.top']);
  expect([...memory.keys()].filter((id) => id.startsWith('one'))).toEqual([]);
});
