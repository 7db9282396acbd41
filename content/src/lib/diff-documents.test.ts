import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { diffDocuments } from './diff-documents.ts';
import { moveNode } from './edit.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';
import { walk } from './walk.ts';

const before = makePage({
  nodes: [
    makeNode('section', {
      id: 's',
      slots: { main: ['a', 'b', 'c', 'd'].map((id) => makeNode('card', { id, props: { title: id } })) },
    }),
    makeNode('hero', { id: 'h', props: { title: 'Hi', 'title@de': 'Hallo' } }),
  ],
  seo: { title: 'Home' },
});

describe('what is different between two forms of a document', () => {
  test('[DIFF-1] is said by module: what came, went, stands elsewhere and reads differently', () => {
    const after = makePage({
      name: 'Start',
      layout: 'bare',
      nodes: [
        makeNode('hero', { id: 'h', v: 2, hidden: true, props: { title: 'Hello', align: ['left'] } }),
        makeNode('section', {
          id: 's',
          slots: { main: ['d', 'a', 'c'].map((id) => makeNode('card', { id, props: { title: id } })) },
        }),
        makeNode('text', { id: 'new' }),
      ],
      seo: { title: 'Home', 'title@de': 'Start' },
    });
    expect(diffDocuments(before, after)).toEqual([
      { kind: 'meta', key: 'name', before: 'Home', after: 'Start' },
      { kind: 'meta', key: 'layout', after: 'bare' },
      { kind: 'meta', key: 'seo/title@de', after: 'Start' },
      { kind: 'moved', node: 'h', module: 'hero', from: { index: 1 }, to: { index: 0 } },
      { kind: 'facts', node: 'h', module: 'hero', fact: 'v', before: 1, after: 2 },
      { kind: 'facts', node: 'h', module: 'hero', fact: 'hidden', after: true },
      { kind: 'changed', node: 'h', module: 'hero', key: 'align', after: ['left'] },
      { kind: 'changed', node: 'h', module: 'hero', key: 'title', before: 'Hi', after: 'Hello' },
      { kind: 'changed', node: 'h', module: 'hero', key: 'title@de', before: 'Hallo' },
      {
        kind: 'moved',
        node: 'd',
        module: 'card',
        from: { parent: 's', slot: 'main', index: 3 },
        to: { parent: 's', slot: 'main', index: 0 },
      },
      { kind: 'added', node: 'new', module: 'text', to: { index: 2 } },
      { kind: 'removed', node: 'b', module: 'card', from: { parent: 's', slot: 'main', index: 1 } },
    ]);
  });

  test('[DIFF-2] is nothing between a document and itself, also with its keys in another order', () => {
    fc.assert(
      fc.property(arbitraryPage(), (document) => {
        expect(diffDocuments(document, JSON.parse(JSON.stringify(document)) as typeof document)).toEqual([]);
      }),
    );
    const turned = makePage({ nodes: [makeNode('a', { props: { x: { b: 1, a: 2 } } })] });
    const same = makePage({ nodes: [makeNode('a', { props: { x: { a: 2, b: 1 } } })] });
    expect(diffDocuments(turned, same)).toEqual([]);
  });

  test('[DIFF-3] after one module moved is that one, no others', () => {
    fc.assert(
      fc.property(arbitraryPage(), fc.nat(), fc.nat({ max: 5 }), (document, which, index) => {
        const ids = [...walk(document.nodes)].map(({ node }) => node.id);
        const id = ids[which % ids.length];
        const moved = id === undefined ? undefined : moveNode(document, id, { index });
        if (moved?.kind !== 'edited') return;
        const found = diffDocuments(document, moved.document);
        expect(found.length).toBeLessThanOrEqual(1);
        for (const each of found) expect(each.kind).toBe('moved');
      }),
    );
  });
});
