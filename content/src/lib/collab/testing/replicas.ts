import * as Y from 'yjs';
import type { PageDocument } from '../../page.ts';
import type { ShapesOf } from '../../prop-shape.ts';
import { PageInYdoc } from '../page-in-ydoc.ts';
import { fuzzShapes } from './fuzz-shapes.ts';

/** Somebody's replica of a page. Of two who write the same value at the same time the one with the greater number wins. */
export function openReplica(
  document: PageDocument,
  clientID: number,
  shapes: ShapesOf = fuzzShapes,
): PageInYdoc {
  const doc = new Y.Doc();
  doc.clientID = clientID;
  PageInYdoc.fill(doc, document, shapes);
  return new PageInYdoc(doc, shapes);
}

export function syncReplicas(...pages: readonly PageInYdoc[]): void {
  for (const from of pages) {
    for (const to of pages) {
      if (from === to) continue;
      Y.applyUpdate(to.doc, Y.encodeStateAsUpdate(from.doc, Y.encodeStateVector(to.doc)), 'remote');
    }
  }
}
