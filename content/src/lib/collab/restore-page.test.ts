import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalText } from '../canonical.ts';
import type { PageDocument, PageNode } from '../page.ts';
import { arbitraryPage } from '../testing/arbitrary-page.ts';
import { arbitraryShapes } from '../testing/arbitrary-shapes.ts';
import { makeNode, makePage } from '../testing/builders.ts';
import { PageUndo } from './page-undo.ts';
import { openReplica, syncReplicas } from './testing/replicas.ts';

const card = (id: string, facts: Partial<PageNode> = {}) =>
  makeNode('card', { id, props: { title: id }, ...facts });

describe('restoring a version', () => {
  test('[RESTORE-1] makes any page any other, undo brings it back, and a second time nothing is written', () => {
    fc.assert(
      fc.property(arbitraryPage(), arbitraryPage(), arbitraryShapes(), (before, after, shapes) => {
        const page = openReplica(before, 1, () => shapes);
        const undo = new PageUndo(page);
        const target: PageDocument = { ...after, name: 'Restored', seo: { title: 'x' } };
        page.restore(target);
        expect(canonicalText(page.toDocument())).toBe(canonicalText(target));
        const state = Y.encodeStateVector(page.doc);
        page.restore(target);
        expect(Y.encodeStateVector(page.doc)).toEqual(state);
        undo.undo();
        expect(canonicalText(page.toDocument())).toBe(canonicalText(before));
        expect(page.lost()).toEqual([]);
        undo.redo();
        expect(canonicalText(page.toDocument())).toBe(canonicalText(target));
      }),
      { numRuns: 150 },
    );
  });

  const before = makePage({
    nodes: [
      card('top', { slots: { main: [card('a'), card('b'), card('c')] } }),
      card('text', { props: { title: 'one two three', links: [{ label: 'x' }, { label: 'y' }] } }),
    ],
  });

  test('[RESTORE-2] writes the differences only, so that what others do meanwhile stays', () => {
    const [ada, bob] = [openReplica(before, 1), openReplica(before, 2)];
    ada.setProp('text', 'title', 'one 2 three');
    ada.move(['c'], { parent: 'top', slot: 'main', index: 0 });
    ada.remove(['a']);
    ada.insert([card('new')], {});
    syncReplicas(ada, bob);
    const ids = ada.itemIds('text', 'links');
    bob.text('text', 'title').insert(11, ' four');
    bob.setProp('text', 'align', 'right');
    bob.insert([card('of-bob')], { parent: 'top', slot: 'main', index: 0 });
    bob.text('text', `links/${ids[0]}/label`).insert(1, '!');
    ada.restore(before);
    expect(ada.toDocument()).toEqual(before);
    syncReplicas(ada, bob);
    expect(bob.props('text')).toEqual({
      title: 'one two three four',
      align: 'right',
      links: [{ label: 'x!' }, { label: 'y' }],
    });
    expect(bob.children('top', 'main').filter((id) => id !== 'of-bob')).toEqual(['a', 'b', 'c']);
    expect(bob.has('of-bob')).toBe(true);
    expect(ada.itemIds('text', 'links')).toEqual(ids);
    expect(ada.toDocument()).toEqual(bob.toDocument());
  });

  test('[RESTORE-3] of one module leaves the rest of the page as it is', () => {
    const page = openReplica(before, 1);
    const version = page.toNode('top');
    page.move(['a'], {});
    page.remove(['b']);
    page.setProp('c', 'title', 'changed');
    page.insert([card('new')], { parent: 'top', slot: 'aside' });
    page.setProp('text', 'title', 'other');
    page.restore({ node: version });
    expect(page.toNode('top')).toEqual(version);
    expect(page.children(undefined)).toEqual(['top', 'text']);
    expect(page.props('text').title).toBe('other');
  });

  test('[RESTORE-3] of a module that is gone puts it back where it was', () => {
    const page = openReplica(before, 1);
    const version = page.toNode('b');
    page.remove(['b']);
    page.restore({ node: version });
    expect(page.children('top', 'main')).toEqual(['a', 'b', 'c']);
    page.remove(['top']);
    page.restore({ node: version });
    expect(page.children(undefined)).toEqual(['text', 'b']);
    page.restore({ node: card('unheard') });
    expect(page.children(undefined)).toEqual(['text', 'b', 'unheard']);
  });
});
