import { type DocumentDifference, findNode, type PageDocument, type Place, placeOf } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';

/** An editor, as far as bringing something back must know it. */
export interface RestoringEditor {
  readonly page: PageInYdoc;
  gesture<T>(change: () => T): T;
}

// All of it are edits of this person like any other: others see them at once, and undo takes them back.

/** Makes the page what it was. What others do meanwhile stays. */
export function restorePage(editor: RestoringEditor, version: PageDocument): void {
  editor.gesture(() => editor.page.restore(version));
}

/** Makes one module, with what is in it, what it was. One that was removed comes back where it stood. */
export function restoreModule(editor: RestoringEditor, version: PageDocument, id: string): void {
  const { page } = editor;
  const found = findNode(version, id);
  if (!found) return;
  editor.gesture(() => {
    const isThere = page.has(id);
    page.restore({ node: found.node });
    // What is on the page is where somebody wants it now.
    if (!isThere) putBack(page, id, placeOf(version, id)!);
  });
}

/** Makes one thing what it was. */
export function restoreDifference(
  editor: RestoringEditor,
  version: PageDocument,
  difference: DocumentDifference,
): void {
  const { page } = editor;
  switch (difference.kind) {
    case 'added':
      editor.gesture(() => page.remove([difference.node]));
      break;
    case 'removed':
      restoreModule(editor, version, difference.node);
      break;
    case 'moved':
      editor.gesture(() => putBack(page, difference.node, difference.from));
      break;
    case 'changed':
      editor.gesture(() => page.setProp(difference.node, difference.key, difference.before));
      break;
    case 'facts':
      restoreFact(editor, version, difference);
      break;
    case 'meta':
      editor.gesture(() => page.setMeta(metaChange(difference)));
      break;
  }
}

function restoreFact(
  editor: RestoringEditor,
  version: PageDocument,
  { node, fact, before }: Extract<DocumentDifference, { kind: 'facts' }>,
): void {
  // Type and version of a module mean nothing without the settings they were written for.
  if (fact === 'type' || fact === 'v') restoreModule(editor, version, node);
  else editor.gesture(() => editor.page.setFacts(node, { [fact]: before }));
}

function metaChange({ key, before }: Extract<DocumentDifference, { kind: 'meta' }>) {
  if (key === 'name') return typeof before === 'string' ? { name: before } : {};
  if (key === 'layout') return { layout: typeof before === 'string' ? before : undefined };
  return key.startsWith('seo/') ? { seo: { [key.slice('seo/'.length)]: before } } : {};
}

function putBack(page: PageInYdoc, id: string, { parent, slot, index }: Place): void {
  // What was around it may be gone; then it stays where it came back.
  if (parent !== undefined && !page.has(parent)) return;
  page.move([id], { parent, slot, index });
}
