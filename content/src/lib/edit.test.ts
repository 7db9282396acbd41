import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from './canonical.ts';
import {
  duplicateNode,
  type Edited,
  insertNode,
  moveNode,
  type Place,
  placeOf,
  removeNode,
  setProp,
} from './edit.ts';
import type { PageDocument, PageNode } from './page.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeNode, makePage } from './testing/builders.ts';
import { findNode, walk } from './walk.ts';

function done(result: Edited): PageDocument {
  if (result.kind === 'refused') throw new Error(result.message);
  return result.document;
}

function idsOf(nodes: readonly PageNode[]): string[] {
  return [...walk(nodes)].map(({ node }) => node.id).sort((left, right) => (left < right ? -1 : 1));
}

/** A page, one of its instances, and a place in it. */
const scene = arbitraryPage()
  .filter(({ nodes }) => nodes.length > 0)
  .chain((document) => {
    const ids = idsOf(document.nodes);
    return fc.record({
      document: fc.constant(document),
      id: fc.constantFrom(...ids),
      place: fc.record({
        parent: fc.option(fc.constantFrom(...ids), { nil: undefined }),
        slot: fc.constantFrom('main', 'aside', 'new'),
        index: fc.nat({ max: 5 }),
      }) as fc.Arbitrary<Place>,
    });
  });

describe('edits of any page', () => {
  test('[EDIT-1] moving loses nothing, doubles nothing, and moving back restores the page', () => {
    fc.assert(
      fc.property(scene, ({ document, id, place }) => {
        const before = placeOf(document, id)!;
        const moved = moveNode(document, id, place);
        if (moved.kind === 'refused') {
          expect(moved.reason).toBe('inside-itself');
          return;
        }
        expect(idsOf(moved.document.nodes)).toEqual(idsOf(document.nodes));
        expect(findNode(moved.document, id)?.node).toBe(findNode(document, id)?.node);
        expect(findNode(moved.document, id)?.parent?.id).toBe(place.parent);
        const back = done(moveNode(moved.document, id, before));
        expect(canonicalText(back)).toBe(canonicalText(document));
      }),
    );
  });

  test('[EDIT-2] removing takes out an instance with its contents, and inserting them again restores the page', () => {
    fc.assert(
      fc.property(scene, ({ document, id }) => {
        const found = findNode(document, id)!;
        const removed = done(removeNode(document, id));
        expect(idsOf([...removed.nodes, found.node])).toEqual(idsOf(document.nodes));
        const back = done(insertNode(removed, found.node, placeOf(document, id)!));
        expect(canonicalText(back)).toBe(canonicalText(document));
      }),
    );
  });

  test('[EDIT-3] a copy stands behind its original, equal but for its ids, which are all new', () => {
    fc.assert(
      fc.property(scene, ({ document, id }) => {
        let count = 0;
        const next = done(duplicateNode(document, id, () => `copy-${count++}`));
        const ids = idsOf(next.nodes);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids).toHaveLength(idsOf(document.nodes).length + count);
        const copy = findNode(next, 'copy-0')!;
        expect(copy.index).toBe(findNode(document, id)!.index + 1);
        const withoutIds = (node: PageNode) =>
          JSON.stringify(node, (key, value) => (key === 'id' ? undefined : value));
        expect(withoutIds(copy.node)).toBe(withoutIds(findNode(document, id)!.node));
      }),
    );
  });

  test('[EDIT-4] parts that an edit does not touch are the same objects afterwards', () => {
    fc.assert(
      fc.property(scene, ({ document, id }) => {
        const next = done(setProp(document, id, 'title@de', 'Neu'));
        const touched = new Set([id]);
        for (let at = findNode(document, id)?.parent; at; at = findNode(document, at.id)?.parent)
          touched.add(at.id);
        for (const { node } of walk(document.nodes)) {
          expect(findNode(next, node.id)!.node === node).toBe(!touched.has(node.id));
        }
      }),
    );
  });
});

describe('one edit', () => {
  const page = makePage({
    nodes: [
      makeNode('section', {
        slots: { main: [makeNode('hero', { props: { title: 'Hi', 'title@de': 'Hallo' } })] },
      }),
    ],
  });

  test('[EDIT-5] what cannot be done is refused with its reason', () => {
    const reasons = [
      insertNode(page, makeNode('hero'), {}),
      insertNode(page, makeNode('a', { slots: { x: [makeNode('b'), makeNode('b')] } }), {}),
      insertNode(page, makeNode('a'), { parent: 'gone', slot: 'main' }),
      insertNode(page, makeNode('a'), { parent: 'section' }),
      removeNode(page, 'gone'),
      moveNode(page, 'gone', {}),
      moveNode(page, 'section', { parent: 'hero', slot: 'main' }),
      moveNode(page, 'section', { parent: 'section', slot: 'main' }),
      setProp(page, 'gone', 'title', 'x'),
      setProp(page, 'hero', '__proto__', 'x'),
      duplicateNode(page, 'gone', () => 'x'),
      duplicateNode(page, 'hero', () => 'section'),
    ].map((result) => (result.kind === 'refused' ? result.reason : result.kind));
    expect(reasons).toEqual([
      'duplicate-id',
      'duplicate-id',
      'unknown-parent',
      'no-slot',
      'unknown-node',
      'unknown-node',
      'inside-itself',
      'inside-itself',
      'unknown-node',
      'bad-key',
      'unknown-node',
      'duplicate-id',
    ]);
  });

  test('[EDIT-6] removing a value lets the inherited one show', () => {
    const next = done(setProp(page, 'hero', 'title@de', undefined));
    expect(findNode(next, 'hero')?.node.props).toEqual({ title: 'Hi' });
    expect(findNode(page, 'hero')?.node.props).toEqual({ title: 'Hi', 'title@de': 'Hallo' });
  });
});
