import { type DocumentDifference, findNode, type PageDocument, type Place, placeOf } from '@vitrine/content';
import type { PageInYdoc } from '@vitrine/content/collab';

/** An editor, as far as bringing something back must know it. */
export interface RestoringEditor {
  readonly page: PageInYdoc;
  gesture<T>(change: () => T): T;
}

/** What became of it; sentences for the author. */
export type Restored =
  | { readonly kind: 'restored' }
  /** It is there again, not where it was. */
  | { readonly kind: 'elsewhere'; readonly message: string }
  /** Nothing changed. */
  | { readonly kind: 'failed'; readonly message: string };

const restored: Restored = { kind: 'restored' };
const missing = failed('The module is not on the page any more. Bring it back first.');
const homeless = failed('What it stood in is not on the page any more. Bring that back first.');
const elsewhere: Restored = {
  kind: 'elsewhere',
  message: 'What it stood in is not on the page any more; it stands elsewhere now.',
};

// All of it are edits of this person like any other: others see them at once, and undo takes them back.

/** Makes the page what it was. What others do meanwhile stays. */
export function restorePage(editor: RestoringEditor, version: PageDocument): Restored {
  return attempt(editor, () => {
    editor.page.restore(version);
    return restored;
  });
}

/** Makes one module, with what is in it, what it was. One that was removed comes back where it stood. */
export function restoreModule(editor: RestoringEditor, version: PageDocument, id: string): Restored {
  const { page } = editor;
  const found = findNode(version, id);
  if (!found) return failed('The module is not in this version.');
  return attempt(editor, () => {
    const isThere = page.has(id);
    page.restore({ node: found.node });
    // What is on the page is where somebody wants it now.
    return isThere || putBack(page, id, placeOf(version, id)!) ? restored : elsewhere;
  });
}

/** Makes one thing what it was. */
export function restoreDifference(
  editor: RestoringEditor,
  version: PageDocument,
  difference: DocumentDifference,
): Restored {
  const { page } = editor;
  if (difference.kind === 'removed') return restoreModule(editor, version, difference.node);
  if (difference.kind !== 'meta' && !page.has(difference.node)) return missing;
  // Type and version of a module mean nothing without the settings they were written for.
  if (difference.kind === 'facts' && (difference.fact === 'type' || difference.fact === 'v'))
    return restoreModule(editor, version, difference.node);
  return attempt(editor, () => {
    switch (difference.kind) {
      case 'added':
        page.remove([difference.node]);
        break;
      case 'moved':
        return putBack(page, difference.node, difference.from) ? restored : homeless;
      case 'changed':
        page.setProp(difference.node, difference.key, difference.before);
        break;
      case 'facts':
        page.setFacts(difference.node, { [difference.fact]: difference.before });
        break;
      case 'meta':
        page.setMeta(metaChange(difference));
        break;
    }
    return restored;
  });
}

function metaChange({ key, before }: Extract<DocumentDifference, { kind: 'meta' }>) {
  if (key === 'name') return typeof before === 'string' ? { name: before } : {};
  if (key === 'layout') return { layout: typeof before === 'string' ? before : undefined };
  return key.startsWith('seo/') ? { seo: { [key.slice('seo/'.length)]: before } } : {};
}

/** @returns `false` = what was around it is gone, and it stays where it is. */
function putBack(page: PageInYdoc, id: string, { parent, slot, index }: Place): boolean {
  if (parent !== undefined && !page.has(parent)) return false;
  page.move([id], { parent, slot, index });
  return true;
}

/** What a version says may be nothing that today's page can hold. */
function attempt(editor: RestoringEditor, change: () => Restored): Restored {
  try {
    return editor.gesture(change);
  } catch (error) {
    return failed(error instanceof Error ? error.message : String(error));
  }
}

function failed(message: string): Restored {
  return { kind: 'failed', message };
}
