import fc from 'fast-check';
import { expect, test } from 'vitest';
import { composePage, missingFragments } from './compose.ts';
import type { PageDocument, PageNode } from './page.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';
import { walk } from './walk.ts';

const layout = makePage({
  id: 'main',
  kind: 'layout',
  nodes: [makeNode('header'), makeNode('page', { slots: { main: [makeNode('outlet')] } }), use('footer')],
});
const documents = new Map<string, PageDocument>(
  [
    makePage({ id: 'footer', kind: 'fragment', nodes: [makeNode('footer'), use('legal')] }),
    makePage({ id: 'legal', kind: 'fragment', nodes: [makeNode('text')] }),
    makePage({ id: 'ring', kind: 'fragment', nodes: [makeNode('text'), use('ring')] }),
  ].map((document) => [document.id, document]),
);

function use(fragment: string, id = `use-${fragment}`): PageNode {
  return makeNode('fragment', { id, props: { fragment } });
}
function compose(page: PageDocument, frame?: PageDocument) {
  return composePage({ page, layout: frame, fragments: (id) => documents.get(id) });
}
function idsOf(nodes: readonly PageNode[]): string[] {
  return [...walk(nodes)].map(({ node }) => node.id);
}

test('[COMPOSE-1] the page stands in its layout, fragments stand in their places, and all documents are named', () => {
  const result = compose(makePage({ nodes: [makeNode('hero'), makeNode('header'), use('legal')] }), layout);
  expect(idsOf(result.nodes)).toEqual([
    '_layout.header',
    '_layout.page',
    'hero',
    'header',
    'use-legal.text',
    '_layout.use-footer.footer',
    '_layout.use-footer.use-legal.text',
  ]);
  expect(result.documents).toEqual(['home', 'main', 'legal', 'footer']);
  expect(result.left).toEqual([]);
});

test('[COMPOSE-2] a fragment used twice keeps its ids apart', () => {
  const result = compose(makePage({ nodes: [use('legal', 'one'), use('legal', 'two')] }));
  expect(idsOf(result.nodes)).toEqual(['one.text', 'two.text']);
});

test('[COMPOSE-3] a missing fragment, or one inside itself, leaves its place empty and is told', () => {
  const result = compose(makePage({ nodes: [use('nothing'), use('ring'), makeNode('hero')] }));
  expect(idsOf(result.nodes)).toEqual(['use-ring.text', 'hero']);
  expect(result.left).toEqual(['nothing', 'ring']);
  expect(result.documents).toEqual(['home', 'nothing', 'ring']);
});

test('[SHOWN-4] by which audiences it was decided what a reader sees is told, of what they could have seen', () => {
  const fragment = makePage({
    id: 'shared',
    kind: 'fragment',
    nodes: [makeNode('hero', { id: 'd', audiences: ['spring'] })],
  });
  const page = makePage({
    nodes: [
      makeNode('hero', { id: 'a', audiences: ['!hero.b'] }),
      makeNode('hero', { id: 'b', audiences: ['hero.b'] }),
      makeNode('hero', { id: 'hidden', hidden: true, audiences: ['gone'] }),
      makeNode('hero', { id: 'german', locales: ['de'], audiences: ['german'] }),
      makeNode('row', {
        id: 'row',
        audiences: ['phones'],
        slots: { content: [makeNode('fragment', { id: 'f', props: { fragment: 'shared' } })] },
      }),
    ],
  });
  const seenBy = (audience: string, locale = 'en') => {
    const reader = { locale, customerGroup: 'anyone', audience };
    const { nodes, decidedBy } = composePage({ page, fragments: () => fragment, reader });
    return [nodes.map(({ id }) => id), decidedBy];
  };
  expect(seenBy('everyone')).toEqual([['a'], ['hero.b', 'phones']]);
  expect(seenBy('hero.b')).toEqual([['b'], ['hero.b', 'phones']]);
  expect(seenBy('phones')).toEqual([
    ['a', 'row'],
    ['hero.b', 'phones', 'spring'],
  ]);
  expect(seenBy('everyone', 'de')[1]).toEqual(['german', 'hero.b', 'phones']);
  expect(composePage({ page, fragments: () => fragment }).decidedBy).toEqual([]);
});

test('[SHOWN-1] what is for others is not there, with all that is in it, also in fragments and layouts', () => {
  const german = makeNode('section', {
    id: 's',
    locales: ['de'],
    slots: { main: [makeNode('hero', { id: 'h' })] },
  });
  const trade = makeNode('hero', { id: 't', groups: ['trade'] });
  const page = makePage({
    nodes: [german, trade, makeNode('fragment', { id: 'f', props: { fragment: 'piece' } })],
  });
  const piece = makePage({ id: 'piece', kind: 'fragment', nodes: [{ ...trade, id: 'p', locales: ['de'] }] });
  const seen = (locale: string, customerGroup: string) =>
    composePage({
      page,
      fragments: (id) => (id === 'piece' ? piece : undefined),
      reader: { locale, customerGroup, audience: 'everyone' },
    }).nodes.map(({ id }) => id);
  expect(seen('en', 'anyone')).toEqual([]);
  expect(seen('de', 'anyone')).toEqual(['s']);
  expect(seen('de-AT', 'anyone')).toEqual(['s']);
  expect(seen('en', 'trade')).toEqual(['t']);
  expect(seen('de', 'trade')).toEqual(['s', 't', 'f.p']);
  // Who asks for no reader, such as a check, is told of everything.
  expect(compose(page).nodes.map(({ id }) => id)).toEqual(['s', 't']);
});

test('[COMPOSE-4] what is hidden is not there, with all that is in it', () => {
  const hidden = makeNode('section', { hidden: true, slots: { main: [makeNode('hero')] } });
  expect(compose(makePage({ nodes: [hidden] })).nodes).toEqual([]);
});

test('[COMPOSE-5] any two pages as layout and content keep every id apart and lose nothing', () => {
  fc.assert(
    fc.property(arbitraryPage(), arbitraryPage(), (page, frame) => {
      const withOutlet = { ...frame, kind: 'layout' as const, nodes: [...frame.nodes, makeNode('outlet')] };
      const ids = idsOf(compose(page, withOutlet).nodes);
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids).toHaveLength(idsOf(page.nodes).length + idsOf(frame.nodes).length);
    }),
  );
});

test('[COMPOSE-6] the fragments still to fetch are found in as many rounds as they are deep', () => {
  const known = new Map<string, PageDocument | undefined>();
  const rounds: string[][] = [];
  for (
    let wanted = missingFragments([layout], known);
    wanted.length > 0;
    wanted = missingFragments([layout], known)
  ) {
    rounds.push([...wanted]);
    for (const id of wanted) known.set(id, documents.get(id));
  }
  expect(rounds).toEqual([['footer'], ['legal']]);
});

test('[COMPOSE-7] fragments that double one another end at a bound, which is told by name', () => {
  const doubling = new Map<string, PageDocument>(
    Array.from({ length: 40 }, (_, depth) => {
      const inner = [use(`f${depth + 1}`, 'left'), use(`f${depth + 1}`, 'right')];
      return [`f${depth}`, makePage({ id: `f${depth}`, kind: 'fragment', nodes: inner })] as const;
    }),
  );
  const page = makePage({ nodes: [makeNode('hero'), use('f0')] });
  const result = composePage({ page, fragments: (id) => doubling.get(id) });
  expect(idsOf(result.nodes)).toEqual(['hero']);
  expect(result.problems).toEqual([
    expect.objectContaining({ code: 'too-large', document: 'home', severity: 'warning' }),
  ]);
  expect(compose(makePage({ nodes: [makeNode('hero')] }), layout).problems).toEqual([]);
});

test('[COMPOSE-8] a page of as many instances as a page may have is whole', () => {
  const nodes = Array.from({ length: 4_900 }, (_, index) => makeNode('text', { id: `t${index}` }));
  const result = compose(makePage({ nodes }), layout);
  expect(result.problems).toEqual([]);
  expect(idsOf(result.nodes)).toHaveLength(4_904);
});

test('[COMPOSE-7] fragments inside one another without end are cut, and what stands beside them is there', () => {
  const chain = (id: string): PageDocument => {
    const next = `link-${Number(id.slice('link-'.length)) + 1}`;
    return makePage({ id, kind: 'fragment', nodes: [makeNode('text'), use(next, 'use')] });
  };
  const page = makePage({ nodes: [use('link-0', 'use'), makeNode('hero')] });
  const { nodes, problems, documents: named } = composePage({ page, fragments: chain });
  expect(problems.map(({ code }) => code)).toEqual(['too-large']);
  expect(named.length).toBeLessThanOrEqual(201);
  expect(idsOf(nodes).at(-1)).toBe('hero');
});

test('[COMPOSE-10] what a use sets is read once, however many instances its fragment has', () => {
  const ids = Array.from({ length: 600 }, (_, index) => `n${index}`);
  const set = Object.fromEntries(ids.map((id) => [`in.${id}.title`, 'Own']));
  let reads = 0;
  const props = new Proxy({ ...set, fragment: 'many' } as PageNode['props'], {
    ownKeys(target) {
      reads += 1;
      return Reflect.ownKeys(target);
    },
  });
  const many = ids.map((id) => makeNode('text', { id, open: ['title'] }));
  const { nodes } = composePage({
    page: makePage({ nodes: [makeNode('fragment', { props })] }),
    fragments: () => makePage({ id: 'many', kind: 'fragment', nodes: many }),
  });
  expect(nodes.map((each) => each.props.title)).toEqual(ids.map(() => 'Own'));
  expect(reads).toBe(1);
});
