import { expect, test } from 'vitest';
import type { PageDocument, PageNode } from './page.ts';
import { makeCatalogue, makeNode, makePage } from './testing/builders.ts';
import { validateDocument } from './validate.ts';

const modules = makeCatalogue({
  section: { kind: 'section', slots: { main: { allow: ['block'], max: 2 } } },
  hero: {
    version: 2,
    texts: ['title'],
    checkProps: ({ title }) =>
      typeof title === 'string' ? [] : [{ path: 'title', message: 'Expected a text.' }],
    migrateProps: ({ heading, ...props }) => ({ ...props, ...(heading !== undefined && { title: heading }) }),
  },
  text: {},
});

const documents: PageDocument[] = [
  makePage({ id: 'main', kind: 'layout', nodes: [makeNode('outlet')] }),
  makePage({ id: 'teaser', kind: 'fragment', nodes: [makeNode('text'), makeNode('text', { id: 'second' })] }),
  makePage({ id: 'a', kind: 'fragment', nodes: [fragment('b')] }),
  makePage({
    id: 'campaign',
    kind: 'fragment',
    name: 'Campaign',
    nodes: [
      makeNode('hero', { v: 2, open: ['title'], props: { title: 'Hi', 'title@de': 'Hallo' } }),
      makeNode('section', { slots: { main: [makeNode('text'), makeNode('outlet', { id: 'body' })] } }),
      makeNode('outlet', { id: 'more' }),
    ],
  }),
  makePage({ id: 'b', kind: 'fragment', nodes: [fragment('a')] }),
];

function fragment(id: string): PageNode {
  return makeNode('fragment', { id: `use-${id}`, props: { fragment: id } });
}
function inSection(...main: PageNode[]): PageNode[] {
  return [makeNode('section', { slots: { main } })];
}

function problems(document: PageDocument) {
  return validateDocument(document, {
    modules,
    documents: (id) => documents.find((each) => each.id === id),
    locales: { base: 'en', required: ['en', 'de'] },
  });
}

function problemsIn(nodes: readonly PageNode[]) {
  return problems(makePage({ nodes })).map(({ code, node, path }) => [code, node, path]);
}

test('[CHECK-1] a page of known modules with good settings has no problem', () => {
  const hero = makeNode('hero', { v: 2, props: { title: 'Hi', 'title@de': 'Hallo' } });
  expect(problems(makePage({ layout: 'main', nodes: [...inSection(hero), fragment('teaser')] }))).toEqual([]);
});

test('[CHECK-2] an unknown module is named, with those it might have meant', () => {
  expect(problemsIn([makeNode('herro')])).toEqual([['unknown-module', 'herro', 'nodes.0.type']]);
  expect(problems(makePage({ nodes: [makeNode('herro')] }))[0]?.message).toContain('Did you mean "hero"?');
});

test('[CHECK-3] slots take what they declare, and no more than they say', () => {
  expect(problemsIn([makeNode('text', { slots: { main: [] } })])).toEqual([
    ['slot-not-declared', 'text', 'nodes.0.slots.main'],
  ]);
  expect(problemsIn(inSection(makeNode('section', { id: 'inner' })))).toEqual([
    ['kind-not-allowed', 'inner', 'nodes.0.slots.main.0'],
  ]);
  const three = ['x', 'y', 'z'].map((id) => makeNode('text', { id }));
  expect(problemsIn(inSection(...three))).toEqual([['too-many', 'section', 'nodes.0.slots.main']]);
});

test('[CHECK-4] a fragment in a slot counts as what stands in it', () => {
  expect(problemsIn(inSection(makeNode('text'), fragment('teaser')))).toEqual([
    ['too-many', 'section', 'nodes.0.slots.main'],
  ]);
});

test('[CHECK-5] settings are checked in the form of the current version', () => {
  expect(problemsIn([makeNode('hero', { v: 2, props: { title: 1, 'title@de': 'x' } })])).toEqual([
    ['bad-prop', 'hero', 'nodes.0.props.title'],
  ]);
  expect(problemsIn([makeNode('hero', { v: 1, props: { heading: 'Hi', 'title@de': 'Hallo' } })])).toEqual([]);
  expect(problemsIn([makeNode('hero', { v: 3 })])).toEqual([['newer-module', 'hero', 'nodes.0.v']]);
});

test('[CHECK-6] a text that a required locale lacks is a warning, and one that nobody has is left to the settings', () => {
  const found = problems(makePage({ nodes: [makeNode('hero', { v: 2, props: { title: 'Hi' } })] }));
  expect(found).toMatchObject([
    { code: 'missing-locale', severity: 'warning', path: 'nodes.0.props.title@de' },
  ]);
});

test('[CHECK-7] fragments must be there, be fragments and not contain themselves', () => {
  expect(problemsIn([fragment('nothing')])).toEqual([
    ['unknown-fragment', 'use-nothing', 'nodes.0.props.fragment'],
  ]);
  expect(problemsIn([fragment('main')])[0]?.[0]).toBe('unknown-fragment');
  expect(problemsIn([makeNode('fragment')])[0]?.[0]).toBe('unknown-fragment');
  const ring = problems(makePage({ nodes: [fragment('a')] }));
  expect(ring).toMatchObject([{ code: 'fragment-cycle', message: expect.stringContaining('a → b → a') }]);
  expect(problems(documents[2]!)).toMatchObject([{ code: 'fragment-cycle' }]);
});

test('[CHECK-8] a layout has one outlet, nothing else has any, and a page’s layout exists', () => {
  const layout = (...nodes: PageNode[]) =>
    problems(makePage({ kind: 'layout', nodes })).map(({ code }) => code);
  expect(layout()).toEqual(['missing-outlet']);
  expect(layout(makeNode('outlet'), makeNode('outlet', { id: 'again' }))).toEqual(['missing-outlet']);
  expect(problemsIn([makeNode('outlet')])).toEqual([['misplaced-outlet', 'outlet', 'nodes.0.type']]);
  expect(problems(makePage({ layout: 'teaser' })).map(({ code, path }) => [code, path])).toEqual([
    ['unknown-layout', 'layout'],
  ]);
});

test('[CHECK-9] open parts stand in fragments, not inside each other, and take what may stand there', () => {
  expect(problems(documents.find(({ id }) => id === 'campaign')!)).toEqual([]);
  const nested = makeNode('outlet', { slots: { content: [makeNode('outlet', { id: 'deep' })] } });
  expect(problems(makePage({ kind: 'fragment', nodes: [nested] }))).toMatchObject([
    { code: 'misplaced-outlet', node: 'deep' },
  ]);
  const filled = (slots: PageNode['slots']) => [{ ...fragment('campaign'), slots }];
  const section = makeNode('section', { id: 'wide' });
  const text = (id: string) => makeNode('text', { id });
  expect(problemsIn(filled({ body: [text('one')], more: [section] }))).toEqual([]);
  expect(problemsIn(filled({ body: [section] }))).toEqual([
    ['kind-not-allowed', 'wide', 'nodes.0.slots.body.0'],
  ]);
  expect(problemsIn(filled({ body: [text('one'), text('two')] }))).toEqual([
    ['too-many', 'use-campaign', 'nodes.0.slots.body'],
  ]);
  expect(problemsIn(inSection(...filled({ more: [section] })))).toContainEqual([
    'kind-not-allowed',
    'use-campaign',
    'nodes.0.slots.main.0',
  ]);
  expect(problems(makePage({ nodes: filled({ gone: [text('one')] }) }))).toMatchObject([
    { code: 'part-not-open', severity: 'warning', path: 'nodes.0.slots.gone' },
  ]);
});

test('[CHECK-10] settings of a use are those that are open, and right', () => {
  const set = (props: PageNode['props']) => {
    const use = { ...fragment('campaign'), props: { fragment: 'campaign', ...props } };
    return problems(makePage({ nodes: [use] }));
  };
  expect(set({ 'in.hero.title': 'Own', 'in.hero.title@de': 'Eigen' })).toEqual([]);
  expect(set({ 'in.hero.title': 3 })).toMatchObject([
    { code: 'bad-prop', severity: 'error', path: 'nodes.0.props.in.hero.title' },
  ]);
  expect(set({ 'in.hero.size': 'x', 'in.gone.title': 'x' })).toMatchObject([
    { code: 'setting-not-open', severity: 'warning', path: 'nodes.0.props.in.hero.size' },
    { code: 'setting-not-open', severity: 'warning', path: 'nodes.0.props.in.gone.title' },
  ]);
});

/** A fragment that names others, each once: `link('a', 'b', 'b')` names the same one twice. */
function link(id: string, ...next: string[]): PageDocument {
  const uses = next.map((each, index) => ({ ...fragment(each), id: `use-${index}` }));
  return makePage({ id, kind: 'fragment', nodes: next.length > 0 ? uses : [makeNode('text')] });
}
function levels(make: (level: number, isLast: boolean) => PageDocument[], count = 40): PageDocument[] {
  return Array.from({ length: count }, (_, level) => make(level, level === count - 1)).flat();
}
/** The codes of all problems, and how often another document was looked at for them. */
function check(nodes: readonly PageNode[], all: readonly PageDocument[]) {
  const known = new Map(all.map((each) => [each.id, each]));
  let looks = 0;
  const found = validateDocument(makePage({ nodes }), {
    modules,
    documents(id) {
      looks += 1;
      return known.get(id);
    },
  });
  return { codes: found.map(({ code }) => code), looks };
}

test('[CHECK-11] fragments that double one another are looked into no further than a page is composed', () => {
  const doubling = levels((level, isLast) => [
    isLast ? link(`f${level}`) : link(`f${level}`, `f${level + 1}`, `f${level + 1}`),
  ]);
  const { codes, looks } = check(inSection(fragment('f0')), doubling);
  expect(codes).toEqual(['too-many']);
  expect(looks).toBeLessThan(6_000);
});

test('[CHECK-11] a fragment there are many ways to is looked into once for rings, and a ring behind it is found', () => {
  const braid = (last: string[]) =>
    levels((level, isLast) => {
      const next = isLast ? last : [`a${level + 1}`, `b${level + 1}`];
      return [link(`a${level}`, ...next), link(`b${level}`, ...next)];
    });
  const { codes, looks } = check([fragment('a0'), fragment('b0')], braid([]));
  expect(codes).toEqual([]);
  expect(looks).toBeLessThan(100);
  expect(check([fragment('a0')], braid(['a7'])).codes).toEqual(['fragment-cycle']);
});
