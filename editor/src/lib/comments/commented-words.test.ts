import { newPageDoc, PageInYdoc } from '@vitrine/content/collab';
import { makeNode, makePage } from '@vitrine/content/testing';
import { afterEach, expect, test, vi } from 'vitest';
import * as Y from 'yjs';
import type { Editor } from '../app/editor.ts';
import type { ThreadFacts } from './comment-facts.ts';
import { commentedWords } from './commented-words.ts';
import { keepRange, rangeIn } from './text-range.ts';

afterEach(() => vi.unstubAllGlobals());

test('[COMMENT-24] words that cannot be marked cost one comment its mark, not the others theirs', () => {
  const told: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => told.push(error));
  const doc = newPageDoc();
  const nodes = ['broken', 'whole'].map((id) => makeNode('card', { id, props: { title: 'Grey mornings' } }));
  PageInYdoc.fill(doc, makePage({ nodes }), () => undefined);
  const text = new Y.Doc().getText();
  text.insert(0, 'Grey mornings');
  const fault = new Error('No such module');
  // The canvas is a browser's: what it draws is as long as the text.
  const range = { setStart: () => {}, setEnd: () => {} } as unknown as Range;
  const drawn = {
    createRange: () => range,
    createTreeWalker: () => ({ nextNode: () => null }),
  };
  const editor = {
    page: new PageInYdoc(doc, () => undefined),
    open: { doc: text.doc },
    view: { get: () => ({ locale: 'en' }) },
    describe: () => undefined,
    canvas: {
      textsOf: (node: string) => {
        if (node === 'broken') throw fault;
        return [{ path: 'title', element: { textContent: 'Grey mornings', ownerDocument: drawn } }];
      },
    },
  } as unknown as Editor;
  const words = keepRange(rangeIn(text, 0, 4), 'Grey');
  const threads = ['broken', 'whole'].map(
    (node) => ({ id: `on ${node}`, anchor: { node, path: 'title', words } }) as unknown as ThreadFacts,
  );
  expect(commentedWords(editor, threads)).toEqual([{ thread: 'on whole', range }]);
  expect(told).toEqual([fault]);
});
