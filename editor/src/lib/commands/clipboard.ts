import { type PageNode, walk } from '@vitrine/content';
import { ask } from '../app/backend.ts';
import type { Editor } from '../app/editor.ts';
import { outermost } from './arrange.ts';
import { type ClipboardText, clipboardOf } from './clipboard-text.ts';

/** Puts the selection onto the system's clipboard. @returns whether the browser allowed it. */
export async function copyNodes(editor: Editor): Promise<boolean> {
  const ids = outermost(editor);
  const { html, text } = clipboardOf(
    ids.map((id) => editor.page.toNode(id)),
    ids.map((id) => editor.nameOf(id)).join(', '),
  );
  try {
    await navigator.clipboard.write([
      new ClipboardItem({
        'text/html': new Blob([html], { type: 'text/html' }),
        'text/plain': new Blob([text], { type: 'text/plain' }),
      }),
    ]);
  } catch {
    editor.tell('The browser did not allow copying. Use the keys for it.');
    return false;
  }
  editor.say(`${ids.length} copied.`);
  return true;
}

/** Takes modules from the system's clipboard. */
export async function pasteNodes(editor: Editor): Promise<void> {
  const clipboard = await readClipboard();
  if (!clipboard) return editor.tell('The browser did not allow pasting. Use the keys for it.');
  try {
    await pasteFrom(editor, clipboard);
  } catch (error) {
    editor.tell(error instanceof Error ? error.message : 'It could not be pasted.');
  }
}

async function readClipboard(): Promise<ClipboardText | undefined> {
  try {
    const [item] = await navigator.clipboard.read();
    const read = async (type: string) =>
      item?.types.includes(type) ? await (await item.getType(type)).text() : '';
    const [html, text] = await Promise.all([read('text/html'), read('text/plain')]);
    return { html, text };
  } catch {
    return undefined;
  }
}

/** Puts copied modules behind the selection, or into it when it has room; settings written for older modules are brought forward. */
export async function pasteFrom(editor: Editor, clipboard: ClipboardText): Promise<void> {
  // What reads and checks modules of anybody comes with the first paste.
  const { nodesIn } = await import('./clipboard-nodes.ts');
  const copied = nodesIn(clipboard);
  if (!copied || copied.length === 0) return editor.tell('There are no modules in the clipboard.');
  const isOld = [...walk(copied)].some(
    ({ node }) => editor.describe(node.type)?.version !== node.v && editor.describe(node.type),
  );
  const nodes = isOld
    ? (await ask<{ nodes: readonly PageNode[] }>('migrate', { body: { nodes: copied } })).nodes
    : copied;
  const types = nodes.map(({ type }) => type);
  const place = placeFor(editor, types);
  if (place.kind === 'refused') return editor.tell(place.reason);
  editor.insert(nodes, place);
}

/** Where new modules go when no place was pointed at: behind what is selected, or around it, or at the end. */
export function placeFor(
  editor: Editor,
  types: readonly string[],
):
  | { readonly kind: 'place'; readonly parent?: string; readonly slot?: string; readonly index?: number }
  | { readonly kind: 'refused'; readonly reason: string } {
  const { page } = editor;
  const selected = editor.selection.at(-1);
  const around = selected === undefined ? [] : [selected, ...page.ancestors(selected).toReversed()];
  let reason = 'It fits nowhere on this page.';
  for (const id of around) {
    const node = page.node(id);
    if (!node) continue;
    if (id === selected) {
      for (const slot of Object.keys(editor.slotsOf(id))) {
        const isEmpty = page.children(id, slot).length === 0;
        if (isEmpty && editor.fits(types, { parent: id, slot }).kind === 'fits')
          return { kind: 'place', parent: id, slot };
      }
    }
    const fit = editor.fits(types, { parent: node.parent, slot: node.slot });
    if (fit.kind === 'fits')
      return { kind: 'place', parent: node.parent, slot: node.slot, index: node.index + 1 };
    reason = fit.reason;
  }
  const atEnd = editor.fits(types, { parent: undefined, slot: undefined });
  return atEnd.kind === 'fits' ? { kind: 'place' } : { kind: 'refused', reason: atEnd.reason || reason };
}
