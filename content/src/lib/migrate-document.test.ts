import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { migrateDocument } from './migrate-document.ts';
import { arbitraryPage } from './testing/arbitrary-page.ts';
import { makeCatalogue, makeNode, makePage } from './testing/builders.ts';

const modules = makeCatalogue({
  hero: {
    version: 3,
    migrateProps(props, from) {
      if (from < 2) throw new Error('version 1 was never released');
      return { ...props, size: 'large' };
    },
  },
  section: { slots: { main: { allow: ['block'] } } },
  bare: { version: 2 },
});

describe('bringing a document to the current modules', () => {
  test('[MOVE-1] changes the old instances, names them, and shares the rest', () => {
    const text = makeNode('text', { id: 'other' });
    const section = makeNode('section', {
      slots: { main: [makeNode('hero', { v: 2, props: { title: 'Hi' } })] },
    });
    const result = migrateDocument(makePage({ nodes: [text, section] }), modules);
    if (result.kind === 'refused') throw new Error('It was refused.');
    expect(result.changes).toEqual([{ node: 'hero', module: 'hero', from: 2, to: 3 }]);
    expect(result.document.nodes[0]).toBe(text);
    expect(result.document.nodes[1]?.slots?.main?.[0]).toEqual(
      makeNode('hero', { v: 3, props: { title: 'Hi', size: 'large' } }),
    );
  });

  test('[MOVE-2] gives the very same document back when nothing is old', () => {
    fc.assert(
      fc.property(arbitraryPage(), (document) => {
        const current = makeCatalogue({ section: {}, columns: {}, hero: {}, text: {} });
        const result = migrateDocument(document, current);
        expect(result).toEqual({ kind: 'migrated', document, changes: [] });
        expect(result.kind === 'migrated' && result.document).toBe(document);
      }),
    );
  });

  test('[MOVE-3] is refused as a whole when an instance is too new or a step fails', () => {
    const nodes = [makeNode('hero', { v: 4 }), makeNode('hero', { id: 'old', v: 1 }), makeNode('bare')];
    expect(migrateDocument(makePage({ nodes }), modules)).toMatchObject({
      kind: 'refused',
      problems: [
        { code: 'newer-module', node: 'hero', path: 'nodes.0.v' },
        {
          code: 'failed-migration',
          node: 'old',
          message: expect.stringContaining('version 1 was never released'),
        },
        { code: 'failed-migration', node: 'bare', message: expect.stringContaining('it has no migrations') },
      ],
    });
  });
});
