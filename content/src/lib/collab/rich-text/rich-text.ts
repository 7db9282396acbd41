import type * as Y from 'yjs';
import { blocksToHtml } from './blocks-to-html.ts';
import { htmlToBlocks } from './html-to-blocks.ts';
import { partsOfBlocks } from './rich-parts.ts';
import { patchParts } from './rich-tree.ts';
import { richTreeToBlocks } from './rich-tree-to-blocks.ts';

/**
 * Makes a rich text say what this HTML says; what is equal already is left alone. The element is a root of the document, or
 * was made without a name, and is then what `@lexical/yjs` 0.52 binds an editor to in its second version.
 */
export function htmlToRichText(html: string, into: Y.XmlElement): void {
  patchParts(into, partsOfBlocks(htmlToBlocks(html)));
}

/** Paragraphs, headings 2 to 4, lists, quotes, emphasis, code, links and line breaks; empty when there are no words. */
export function richTextToHtml(element: Y.XmlElement): string {
  return blocksToHtml(richTreeToBlocks(element));
}

/** HTML as it would come back from a rich text: two that mean the same are then the same. */
export function normaliseRichText(html: string): string {
  return blocksToHtml(htmlToBlocks(html));
}
