import type * as Y from 'yjs';
import { canonicalText } from '../canonical.ts';
import type { PageDocument } from '../page.ts';
import type { ShapesOf } from '../prop-shape.ts';
import type { UrlAddress } from '../url-map.ts';
import { hookOf } from './node-register.ts';
import { putNode } from './node-writing.ts';
import { keysAt } from './order-key.ts';
import { writeDocumentMeta, writeMeta } from './page-meta.ts';
import { openSource } from './page-source.ts';
import { writeRepeatably } from './repeatable.ts';

export function fillPage(
  doc: Y.Doc,
  document: PageDocument,
  shapes: ShapesOf,
  paths: readonly UrlAddress[],
): void {
  if (doc.store.clients.size > 0) {
    throw new Error(
      `The Y.Doc for document "${document.id}" is not empty. Use restore to change what is there.`,
    );
  }
  const text = canonicalText(document);
  // Keys in their order: the same document is then written in the same order.
  const { id, ...sorted } = JSON.parse(text) as PageDocument;
  writeRepeatably(doc, `fill ${text} ${JSON.stringify(paths)}`, (random) => {
    const source = openSource(doc, shapes, random);
    source.meta.set('id', id);
    writeDocumentMeta(source, { id, ...sorted });
    for (const path of paths) writeMeta(source, { path });
    const keys = keysAt([], { index: 0, count: sorted.nodes.length, random });
    for (const [index, node] of sorted.nodes.entries()) {
      const register = { parent: hookOf(undefined), slot: '', key: keys[index]!, clock: 1 };
      putNode(source, node, { register, idFor: (each) => each.id });
    }
  });
}
