import { type PageNode, parsePageDocument } from '@vitrine/content';
import { type ClipboardText, modulesSaidBy } from './clipboard-text.ts';

/** The modules in a clipboard; `undefined` when there are none. Whatever is in it, nothing of it is run. */
export function nodesIn(clipboard: ClipboardText): readonly PageNode[] | undefined {
  const nodes = modulesSaidBy(clipboard);
  if (nodes === undefined) return undefined;
  const parsed = parsePageDocument({
    schema: 1,
    id: 'clipboard',
    kind: 'page',
    name: 'clipboard',
    seo: {},
    nodes,
  });
  return parsed.kind === 'ok' ? parsed.document.nodes : undefined;
}
