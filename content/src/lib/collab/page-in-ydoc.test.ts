import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { canonicalText } from '../canonical.ts';
import { parsePageDocument } from '../parse-document.ts';
import { arbitraryPage } from '../testing/arbitrary-page.ts';
import { arbitraryShapes } from '../testing/arbitrary-shapes.ts';
import { PageInYdoc } from './page-in-ydoc.ts';

describe('any document', () => {
  test('[DOCY-1] comes out of the Y.Doc as it was filled in, here and on every replica', () => {
    fc.assert(
      fc.property(arbitraryPage(), arbitraryShapes(), (document, shapes) => {
        const doc = new Y.Doc();
        PageInYdoc.fill(doc, document, () => shapes);
        const page = new PageInYdoc(doc, () => shapes);
        expect(canonicalText(page.toDocument())).toBe(canonicalText(document));
        const other = new Y.Doc();
        Y.applyUpdate(other, Y.encodeStateAsUpdate(doc));
        expect(canonicalText(new PageInYdoc(other, () => shapes).toDocument())).toBe(canonicalText(document));
        expect(parsePageDocument(page.toDocument()).kind).toBe('ok');
        expect(page.lost()).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });
});
