import type { Editor } from '../app/editor.ts';
import { versionMark } from '../experiments/version-marks.ts';
import { type VersionsThen, versionsNow } from '../experiments/versions-now.ts';
import { outermost } from './arrange.ts';
import { copyNodes, pasteNodes } from './clipboard.ts';
import type { Command } from './command.ts';

function removeSelection(editor: Editor): void {
  const ids = outermost(editor).filter((id) => !editor.page.node(id)?.lock);
  if (ids.length === 0) {
    editor.tell('It is locked. Unlock it first.');
    return;
  }
  const first = editor.page.node(ids[0]!)!;
  const names = ids.map((id) => editor.nameOf(id)).join(', ');
  const versions = versionsNow(editor);
  editor.gesture(() => editor.page.remove(ids));
  const left = editor.page.children(first.parent, first.slot);
  const next = left[Math.min(first.index, left.length - 1)] ?? first.parent;
  editor.select(next === undefined ? [] : [next]);
  editor.say(`${names} removed. Undo brings it back.`);
  void tellGone(editor, versions);
}

/** Why copies cannot stand behind their originals, in words. */
function noRoomFor(editor: Editor, originals: readonly string[]): string | undefined {
  const lists = Map.groupBy(originals, (id) => {
    const { parent, slot } = editor.page.node(id)!;
    return `${parent} ${slot}`;
  });
  for (const ids of lists.values()) {
    const { parent, slot } = editor.page.node(ids[0]!)!;
    const types = ids.map((id) => editor.page.node(id)!.type);
    const fit = editor.fits(types, { parent, slot });
    if (fit.kind === 'refused') return fit.reason;
  }
  return undefined;
}

/** What copies of versions under test are, in words; `undefined` = there are none. */
function sameVersionWords({ page }: Editor, originals: readonly string[]): string | undefined {
  const marks = originals.flatMap((id) => versionMark(page.node(id)?.audiences) ?? []);
  const [first] = marks;
  if (!first) return undefined;
  if (originals.length > 1) return 'Each copy is the same version of the test as what it was made from.';
  const letter = first.version.toUpperCase();
  return `Both are version ${letter} now. Visitors of ${letter} see both.`;
}

function goBack(editor: Editor, way: 'undo' | 'redo'): void {
  const { undo } = editor.open;
  const versions = versionsNow(editor);
  const view = (way === 'undo' ? undo.undo() : undo.redo()) as { selection?: readonly string[] } | undefined;
  const selection = view?.selection?.filter((id) => editor.page.has(id));
  if (selection && selection.length > 0) {
    editor.select(selection);
    editor.canvas && scrollIntoView(editor, selection[0]!);
  }
  void follow(editor, versions, way);
  // It was about what is not so any more.
  editor.view.set({ notice: undefined });
  editor.say(way === 'undo' ? 'Undone.' : 'Done again.');
}

// Most pages have no versions of a test, and what sees to them comes when one has.
async function tellGone(editor: Editor, before: VersionsThen): Promise<void> {
  if (before.size === 0) return;
  const { tellGoneVersions } = await import('../experiments/gone-versions.ts');
  await tellGoneVersions(editor, before);
}

async function follow(editor: Editor, before: VersionsThen, way: 'undo' | 'redo'): Promise<void> {
  if (before.size === 0 && versionsNow(editor).size === 0) return;
  const { followVersions } = await import('../experiments/follow-versions.ts');
  followVersions(editor, before, way);
}

/** Scrolls the canvas so that an instance can be seen. */
export function scrollIntoView(editor: Editor, id: string): void {
  const rect = editor.canvas?.rectOf(id);
  const window = editor.frame?.contentWindow;
  if (!rect || !window) return;
  const isSeen = rect.y + Math.min(rect.height, 120) <= window.innerHeight && rect.y + rect.height >= 60;
  if (isSeen) return;
  window.scrollBy({ top: rect.y - Math.max(40, (window.innerHeight - rect.height) / 2) });
}

const hasSelection = (editor: Editor) => editor.selection.length > 0;

export const editCommands: readonly Command[] = [
  {
    id: 'undo',
    title: 'Undo',
    group: 'Edit',
    keys: ['Mod+Z'],
    capability: 'content.write',
    isEnabled: (editor) => editor.open.undo.canUndo,
    run: (editor) => goBack(editor, 'undo'),
  },
  {
    id: 'redo',
    title: 'Redo',
    group: 'Edit',
    keys: ['Mod+Shift+Z', 'Mod+Y'],
    capability: 'content.write',
    isEnabled: (editor) => editor.open.undo.canRedo,
    run: (editor) => goBack(editor, 'redo'),
  },
  {
    id: 'copy',
    title: 'Copy',
    group: 'Edit',
    keys: ['Mod+C'],
    isEnabled: hasSelection,
    run: (editor) => void copyNodes(editor),
  },
  {
    id: 'cut',
    title: 'Cut',
    group: 'Edit',
    keys: ['Mod+X'],
    capability: 'content.write',
    isEnabled: hasSelection,
    run: (editor) => void copyNodes(editor).then((isCopied) => isCopied && removeSelection(editor)),
  },
  {
    id: 'paste',
    title: 'Paste',
    group: 'Edit',
    keys: ['Mod+V'],
    capability: 'content.write',
    run: (editor) => void pasteNodes(editor),
  },
  {
    id: 'duplicate',
    title: 'Duplicate',
    group: 'Edit',
    keys: ['Mod+D'],
    capability: 'content.write',
    isEnabled: hasSelection,
    run(editor) {
      const originals = outermost(editor);
      const refused = noRoomFor(editor, originals);
      if (refused !== undefined) return editor.tell(refused);
      const ids = editor.gesture(() => editor.page.duplicate(originals));
      editor.select(ids);
      const words = sameVersionWords(editor, originals);
      if (words === undefined) editor.say(`${ids.length} duplicated.`);
      else editor.tell(words);
    },
  },
  {
    id: 'save-preset',
    title: 'Save as preset …',
    group: 'Edit',
    keys: ['Mod+Alt+S'],
    capability: 'content.write',
    isEnabled: (editor) =>
      hasSelection(editor) && editor.selection.every((id) => editor.page.node(id)?.type !== 'outlet'),
    run: (editor) => editor.view.set({ dialog: 'save-preset' }),
  },
  {
    id: 'delete',
    title: 'Delete',
    group: 'Edit',
    keys: ['Delete', 'Backspace'],
    capability: 'content.write',
    isEnabled: hasSelection,
    run: removeSelection,
  },
];
