import { expect, test } from 'vitest';
import * as Y from 'yjs';
import type { Props } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import { makeCatalogue, makeNode, makePage } from '../testing/builders.ts';
import { migrateLate } from './migrate-late.ts';
import { migratePage } from './migrate-page.ts';
import { PageInYdoc } from './page-in-ydoc.ts';
import { SeededRandom } from './testing/seeded-random.ts';

const oldShapes: ShapesOf = () => ({
  headline: { kind: 'text' },
  intro: { kind: 'text' },
  links: { kind: 'list', item: { kind: 'object', fields: { text: { kind: 'text' } } } },
});
const shapes: ShapesOf = () => ({
  title: { kind: 'text' },
  intro: { kind: 'text' },
  links: { kind: 'list', item: { kind: 'object', fields: { label: { kind: 'text' } } } },
});
const modules = makeCatalogue({
  hero: {
    version: 2,
    migrateProps: ({ headline, size, links, ...others }) => ({
      ...others,
      ...(headline !== undefined && { title: headline }),
      ...(size !== undefined && { size: `${size}px` }),
      ...(Array.isArray(links) && {
        links: links.map((link) => ({ label: (link as { text?: string }).text ?? '' })),
      }),
    }),
  },
});
const props = { headline: 'Hello', intro: 'Come in', size: 3, links: [{ text: 'Home' }, { text: 'Shop' }] };

/** A page that was migrated while somebody was away with a copy of it. */
function apart() {
  const here = new Y.Doc();
  PageInYdoc.fill(here, makePage({ nodes: [makeNode('hero', { id: 'h', props })] }), oldShapes);
  const before = Y.encodeStateAsUpdate(here);
  const away = new Y.Doc();
  Y.applyUpdate(away, before);
  migratePage(here, modules, shapes);
  const [there, page] = [new PageInYdoc(away, oldShapes), new PageInYdoc(here, shapes)];
  const meet = () => {
    const update = Y.encodeStateAsUpdate(away, Y.encodeStateVector(here));
    const follow = migrateLate(here, update, { before, modules, shapes });
    Y.applyUpdate(here, update);
    if (follow) Y.applyUpdate(here, follow);
    return page.toNode('h')!;
  };
  return { there, page, meet };
}

test('[MIGRATE-5] what was written in the old form comes into the new one', () => {
  const { there, meet } = apart();
  there.setProp('h', 'headline', 'Hello, world');
  there.setProp('h', 'size', 4);
  there.setProp('h', 'headline@de', 'Hallo');
  there.setProp('h', 'links', [{ text: 'Home' }, { text: 'Our shop' }, { text: 'More' }]);
  const { v, props: now } = meet();
  expect(v).toBe(2);
  expect(now).toMatchObject({
    title: 'Hello, world',
    size: '4px',
    links: [{ label: 'Home' }, { label: 'Our shop' }, { label: 'More' }],
  });
  expect(now).not.toHaveProperty('headline');
});

test('[MIGRATE-5] what others did in the new form stays, and of one setting the later wins', () => {
  const { there, page, meet } = apart();
  page.setProp('h', 'title', 'Welcome');
  page.setProp('h', 'intro', 'Please come in');
  page.setProp('h', 'size', '9px');
  there.setProp('h', 'headline', 'Hello again');
  there.setProp('h', 'intro', 'Come in!');
  const { props: now } = meet();
  expect(now).toMatchObject({ title: 'Hello again', intro: 'Please come in!', size: '9px' });
});

test('[MIGRATE-5] an instance that was made, or taken away, in the old form is one of the new', () => {
  const { there, page, meet } = apart();
  there.insert([makeNode('hero', { id: 'fresh', props: { headline: 'New' } })], { index: 0 });
  there.setProp('h', 'headline', undefined);
  expect(meet().props).not.toHaveProperty('title');
  expect(page.toNode('fresh')).toMatchObject({ v: 2, props: { title: 'New' } });
});

test('[MIGRATE-5] who brings nothing of an old form changes nothing more', () => {
  const { there, page } = apart();
  there.setMeta({ name: 'Other' });
  const update = Y.encodeStateAsUpdate(there.doc, Y.encodeStateVector(page.doc));
  const before = Y.encodeStateAsUpdate(page.doc);
  expect(migrateLate(page.doc, update, { before, modules, shapes })).toBeUndefined();
  expect(Y.encodeStateAsUpdate(page.doc)).toEqual(before);
});

test('[MIGRATE-5] whatever two do apart in both forms, nothing of the old form is left and nothing of one alone is lost', () => {
  for (let seed = 1; seed <= 300; seed++) expect(wrongAfter(seed)).toBeUndefined();
});

/** One session of random deeds on both sides; what is wrong with it. */
function wrongAfter(seed: number): string | undefined {
  const random = new SeededRandom(seed).next;
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const { there, page, meet } = apart();
  const word = () => pick(['a', 'Hello you', 'Hell', '', 'Come', 'x y z']);
  const links = (key: string) => Array.from({ length: Math.floor(random() * 4) }, () => ({ [key]: word() }));
  const deeds = (on: PageInYdoc, title: string, link: string, size: (n: number) => Props[string]) => {
    const touched = new Set<string>();
    for (let count = Math.floor(random() * 5); count > 0; count--) {
      const deed = pick(['title', 'size', 'links', 'intro'] as const);
      touched.add(deed);
      if (deed === 'title') on.setProp('h', title, word());
      if (deed === 'size') on.setProp('h', 'size', size(Math.floor(random() * 9)));
      if (deed === 'links') on.setProp('h', 'links', links(link));
      if (deed === 'intro') on.setProp('h', 'intro', word());
    }
    return touched;
  };
  const byThem = deeds(there, 'headline', 'text', (n) => n);
  const byUs = deeds(page, 'title', 'label', (n) => `${n}px`);
  const [theirs, ours] = [there.toNode('h')!, page.toNode('h')!];
  const wanted = modules.describe('hero')!.migrateProps!(theirs.props, 1);
  const { v, props: now } = meet();
  const keys = ['title', 'size', 'links', 'intro'];
  if (v !== 2 || Object.keys(now).some((key) => !keys.includes(key)))
    return `${seed}: ${JSON.stringify(now)}`;
  for (const key of keys) {
    const [isTheirs, isOurs] = [byThem.has(key), byUs.has(key)];
    // Words that both wrote in the same text are merged.
    if (isTheirs && isOurs) continue;
    const expected = isTheirs ? wanted[key] : ours.props[key];
    if (JSON.stringify(now[key]) !== JSON.stringify(expected))
      return `${seed}: ${key} is ${JSON.stringify(now[key])}, not ${JSON.stringify(expected)}`;
  }
  return undefined;
}
