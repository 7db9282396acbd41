import { describe, expect, it, vi } from 'vitest';
import * as Y from 'yjs';
import { newPageDoc, withRootTypes } from './root-types.ts';

/** Instances in one root, and a root for each of their texts, as a page has them. */
function pageOf(doc: Y.Doc, texts: number): Y.Doc {
  const nodes = doc.getMap('nodes');
  for (let index = 0; index < texts; index++) {
    nodes.set(`node-${index}`, new Y.Map());
    doc.getText(`t/node-${index}/title`).insert(0, `Title ${index}`);
  }
  return doc;
}

/** How many root types are looked at while a document is written. */
function stepsToWrite(doc: Y.Doc): number {
  let steps = 0;
  const entries = doc.share.entries.bind(doc.share);
  vi.spyOn(doc.share, 'entries').mockImplementation(function* () {
    for (const entry of entries()) {
      steps++;
      yield entry;
    }
    return undefined;
  });
  Y.encodeStateAsUpdate(doc);
  return steps;
}

describe('root types', () => {
  it('[DOCY-13] writing a page looks at each of its texts a few times, however many there are', () => {
    expect(stepsToWrite(pageOf(newPageDoc(), 400))).toBeLessThanOrEqual(8 * 400);
    // What Yjs does by itself: half of the square.
    expect(stepsToWrite(pageOf(new Y.Doc(), 400))).toBeGreaterThan(400 * 100);
  });

  it('[DOCY-13] a page that was read from another one has the same texts, and is written as the same', () => {
    const doc = pageOf(newPageDoc(), 50);
    const copy = newPageDoc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(doc));
    copy.getText('t/node-7/title').insert(5, ' and more');
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(copy, Y.encodeStateVector(doc)));
    expect(doc.getText('t/node-7/title').toString()).toBe('Title and more 7');
    expect(Y.encodeStateAsUpdate(doc)).toEqual(Y.encodeStateAsUpdate(copy));
  });

  it('[DOCY-13] what was there before is kept; every walk passes everything once, wherever it begins', () => {
    const doc = withRootTypes(pageOf(new Y.Doc(), 7));
    const names = () => [...doc.share.entries()].map(([name]) => name).toSorted((a, b) => a.localeCompare(b));
    for (const [name] of doc.share.entries()) if (name === 't/node-5/title') break;
    expect(names()).toEqual(['nodes', ...[0, 1, 2, 3, 4, 5, 6].map((index) => `t/node-${index}/title`)]);
    doc.share.delete('t/node-5/title');
    expect(names()).toEqual(['nodes', ...[0, 1, 2, 3, 4, 6].map((index) => `t/node-${index}/title`)]);
    doc.share.clear();
    expect(names()).toEqual([]);
  });
});
