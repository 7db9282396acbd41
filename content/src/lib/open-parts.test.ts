import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composePage, keptPart } from './compose.ts';
import { openPartsOf } from './open-parts.ts';
import type { PageDocument, PageNode, Props } from './page.ts';
import { arbitraryPage, arbitraryProps } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';
import { parseVariantKey } from './variant-keys.ts';
import { walk } from './walk.ts';

const hero = makeNode('hero', {
  open: ['title'],
  props: { title: 'Sale', 'title@de': 'Ausverkauf', size: 'large' },
});
const body = makeNode('outlet', {
  id: 'body',
  name: 'The story',
  slots: { content: [makeNode('text', { id: 'begin' })] },
});
const campaign = makePage({
  id: 'campaign',
  kind: 'fragment',
  nodes: [hero, makeNode('section', { slots: { main: [makeNode('text'), body] } }), makeNode('strip')],
});
const nested = makePage({
  id: 'nested',
  kind: 'fragment',
  nodes: [
    makeNode('intro'),
    makeNode('fragment', {
      id: 'inner',
      open: ['in.hero.title', 'fragment'],
      props: { fragment: 'campaign' },
      slots: { body: [makeNode('outlet', { id: 'rest' })] },
    }),
  ],
});

function use(props: Props = {}, slots: PageNode['slots'] = {}, fragment = 'campaign'): PageNode {
  return makeNode('fragment', { id: 'use', props: { fragment, ...props }, slots });
}
function compose(nodes: readonly PageNode[], more: readonly PageDocument[] = [], keepsParts = false) {
  const known = [campaign, nested, ...more];
  return composePage({
    page: makePage({ nodes }),
    fragments: (id) => known.find((each) => each.id === id),
    keepsParts,
  });
}
function idsOf(nodes: readonly PageNode[]): string[] {
  return [...walk(nodes)].map(({ node }) => node.id);
}
function propsOf(nodes: readonly PageNode[], id: string): Props | undefined {
  return [...walk(nodes)].find(({ node }) => node.id === id)?.node.props;
}

test('[COMPOSE-9] what fills an open part stands in its place, with its own ids', () => {
  const filled = use({}, { body: [makeNode('text', { id: 'mine' }), makeNode('text', { id: 'more' })] });
  expect(idsOf(compose([filled, makeNode('end')]).nodes)).toEqual([
    'use.hero',
    'use.section',
    'use.text',
    'mine',
    'more',
    'use.strip',
    'end',
  ]);
  expect(idsOf(compose([use()]).nodes)).not.toContain('begin');
});

test('[COMPOSE-10] a use sets what is open, variant by variant, and nothing else', () => {
  const set = use({
    'in.hero.title@de': 'Schluss',
    'in.hero.size': 'small',
    'in.strip.text': 'x',
    title: 'y',
  });
  expect(propsOf(compose([set]).nodes, 'use.hero')).toEqual({ ...hero.props, 'title@de': 'Schluss' });
  expect(propsOf(compose([set]).nodes, 'use.strip')).toEqual({});
  expect(propsOf(compose([use({ 'in.hero.title': 'Own' })]).nodes, 'use.hero')).toEqual({
    ...hero.props,
    title: 'Own',
  });
});

test('[COMPOSE-11] fragments in fragments hand on what they leave open, never which fragment it is', () => {
  const props = {
    'in.inner.in.hero.title': 'Deep',
    'in.inner.fragment': 'nested',
    'in.inner.in.hero.size': 'small',
  };
  const { nodes, documents } = compose([use(props, { rest: [makeNode('text', { id: 'mine' })] }, 'nested')]);
  expect(idsOf(nodes)).toEqual([
    'use.intro',
    'use.inner.hero',
    'use.inner.section',
    'use.inner.text',
    'mine',
    'use.inner.strip',
  ]);
  expect(propsOf(nodes, 'use.inner.hero')).toEqual({ ...hero.props, title: 'Deep' });
  expect(documents).toEqual(['home', 'nested', 'campaign']);
});

test('[COMPOSE-12] a fragment on show has in its open parts what a new use begins with', () => {
  const { nodes } = composePage({ page: campaign, fragments: () => undefined });
  expect(idsOf(nodes)).toEqual(['hero', 'section', 'text', 'begin', 'strip']);
});

test('[COMPOSE-13] the places of open parts are kept for who asks, also empty ones', () => {
  const { nodes, uses } = compose([use({}, {}, 'nested')], [], true);
  const parts = [...walk(nodes)].flatMap(({ node }) => {
    const part = keptPart(node);
    return part ? [[node.id, part]] : [];
  });
  expect(parts).toEqual([
    ['use.inner.body', { of: 'use.inner', slot: 'body' }],
    ['use.rest', { of: 'use', slot: 'rest' }],
  ]);
  expect([...uses.keys()]).toEqual(['use', 'use.inner']);
  const shown = composePage({ page: campaign, fragments: () => undefined, keepsParts: true });
  expect(idsOf(shown.nodes)).toEqual(['hero', 'section', 'text', 'body', 'begin', 'strip']);
});

test('[COMPOSE-14] a fragment may stand in its own open part, and still not in itself', () => {
  const inner = makeNode('fragment', {
    id: 'again',
    props: { fragment: 'campaign' },
    slots: { body: [makeNode('text', { id: 'mine' })] },
  });
  expect(idsOf(compose([use({}, { body: [inner] })]).nodes)).toContain('mine');
  const ring = makePage({
    id: 'ring',
    kind: 'fragment',
    nodes: [
      makeNode('fragment', {
        id: 'x',
        props: { fragment: 'campaign' },
        slots: { body: [makeNode('fragment', { id: 'y', props: { fragment: 'ring' } })] },
      }),
    ],
  });
  expect(compose([use({}, {}, 'ring')], [ring]).left).toEqual(['ring']);
});

test('[COMPOSE-15] a layout may show a fragment around its page', () => {
  const layout = makePage({
    id: 'main',
    kind: 'layout',
    nodes: [
      makeNode('fragment', {
        id: 'frame',
        props: { fragment: 'campaign' },
        slots: { body: [makeNode('outlet')] },
      }),
    ],
  });
  const page = makePage({ nodes: [makeNode('text', { id: 'mine' })] });
  const composed = (keepsParts: boolean) =>
    composePage({ page, layout, fragments: () => campaign, keepsParts });
  expect(idsOf(composed(false).nodes)).toContain('mine');
  expect(composed(false).outlet).toEqual({ parent: '_layout.frame.section', slot: 'main', index: 1 });
  expect(composed(true).outlet).toEqual({ parent: '_layout.frame.body', slot: 'content', index: 0 });
});

/** A page that shows any other page as a fragment whose open part is filled with a third. */
const filledUse = fc.tuple(arbitraryPage(), arbitraryPage(), arbitraryProps(), fc.boolean());

test('[COMPOSE-16] any use keeps every id apart, loses nothing, and keeps the order of what fills it', () => {
  fc.assert(
    fc.property(filledUse, ([inside, mine, props, isNested]) => {
      const outlet = makeNode('outlet', { id: 'part' });
      const wrapped = isNested ? [makeNode('box', { id: 'box', slots: { main: [outlet] } })] : [outlet];
      const any = makePage({ id: 'any', kind: 'fragment', nodes: [...inside.nodes, ...wrapped] });
      const set = Object.fromEntries(Object.entries(props).map(([key, value]) => [`in.n0.${key}`, value]));
      const slots: PageNode['slots'] = mine.nodes.length > 0 ? { part: mine.nodes } : {};
      const { nodes } = compose([use(set, slots, 'any')], [any]);
      const ids = idsOf(nodes);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.filter((id) => !id.includes('.'))).toEqual(idsOf(mine.nodes));
      expect(ids).toHaveLength(idsOf(mine.nodes).length + idsOf(inside.nodes).length + (isNested ? 1 : 0));
      const first = [...walk(inside.nodes)].find(({ node }) => node.id === 'n0')?.node;
      const open = Object.entries(props).filter(([key]) => first?.open?.includes(parseVariantKey(key)!.name));
      expect(propsOf(nodes, 'use.n0')).toEqual(first && { ...first.props, ...Object.fromEntries(open) });
      const withoutAll = compose([use({}, {}, 'any')], [any]).nodes;
      expect(propsOf(withoutAll, 'use.n0')).toEqual(first?.props);
    }),
  );
});

test('[COMPOSE-17] any open setting is what its use says, and else what the fragment says', () => {
  fc.assert(
    fc.property(arbitraryProps(), arbitraryProps(), (written, set) => {
      const any = makePage({
        id: 'any',
        kind: 'fragment',
        nodes: [makeNode('text', { id: '1', open: ['title', 'padding'], props: written })],
      });
      const props = Object.fromEntries(Object.entries(set).map(([key, value]) => [`in.1.${key}`, value]));
      const open = Object.entries(set).filter(([key]) => /^(title|padding)(@|#|$)/.test(key));
      expect(propsOf(compose([use(props, {}, 'any')], [any]).nodes, 'use.1')).toEqual({
        ...written,
        ...Object.fromEntries(open),
      });
    }),
  );
});

test('[PART-1] open parts are told with their name, content and place, those inside others not', () => {
  const within = makePage({
    kind: 'fragment',
    nodes: [
      body,
      makeNode('section', {
        slots: { main: [makeNode('outlet', { slots: { content: [makeNode('outlet', { id: 'deep' })] } })] },
      }),
    ],
  });
  expect(openPartsOf(within)).toMatchObject([
    { id: 'body', name: 'The story', content: [{ id: 'begin' }] },
    { id: 'outlet', parent: { id: 'section' }, slot: 'main' },
  ]);
  expect(openPartsOf({ ...within, kind: 'layout' })).toEqual([]);
});
