import type { Place } from '@vitrine/content';
import type { Editor } from '../app/editor.ts';
import { fitsIntoNew } from '../document/slot-rules.ts';
import type { Command } from './command.ts';

/** Selected instances none of whose parents are selected too, in the order of the page. */
export function outermost(editor: Editor): readonly string[] {
  const { page, selection } = editor;
  const chosen = new Set(selection);
  const top = selection.filter((id) => page.has(id) && !page.ancestors(id).some((each) => chosen.has(each)));
  return top.length < 2 ? top : sortByPage(editor, top);
}

function sortByPage(editor: Editor, ids: readonly string[]): readonly string[] {
  const { page } = editor;
  const trail = (id: string) => [...page.ancestors(id), id].map((each) => page.node(each)!.index);
  return ids.toSorted((one, other) => {
    const [left, right] = [trail(one), trail(other)];
    const at = left.findIndex((index, depth) => index !== right[depth]);
    return at === -1 ? left.length - right.length : left[at]! - (right[at] ?? -1);
  });
}

function isFree(editor: Editor): boolean {
  const ids = outermost(editor);
  return ids.length > 0 && ids.every((id) => !editor.page.node(id)?.lock);
}

/** Moves the selection when it fits; says where it is now. @returns whether it moved. */
export function moveTo(editor: Editor, ids: readonly string[], place: Place): boolean {
  const types = ids.map((id) => editor.page.node(id)?.type ?? '');
  const fit = editor.fits(types, { parent: place.parent, slot: place.slot, moving: ids });
  if (fit.kind === 'refused') {
    editor.tell(fit.reason);
    return false;
  }
  const moved = editor.gesture(() => editor.page.move(ids, place));
  if (moved.kind === 'refused') {
    editor.tell(moved.message);
    return false;
  }
  const first = editor.page.node(ids[0]!);
  const where = first?.parent ? `in ${editor.nameOf(first.parent)}` : 'on the page';
  editor.say(`${editor.nameOf(ids[0]!)} is now ${(first?.index ?? 0) + 1} ${where}.`);
  return true;
}

function step(editor: Editor, by: -1 | 1): void {
  const ids = outermost(editor);
  const edge = editor.page.node(by === -1 ? ids[0]! : ids.at(-1)!);
  if (!edge) return;
  const siblings = editor.page.children(edge.parent, edge.slot);
  const next = edge.index + by;
  if (next < 0 || next >= siblings.length) {
    moveOut(editor, by === -1 ? 'before' : 'after');
    return;
  }
  const others = siblings.filter((id) => !ids.includes(id));
  const target = others.indexOf(siblings[next]!) + (by === 1 ? 1 : 0);
  moveTo(editor, ids, { parent: edge.parent, slot: edge.slot, index: target });
}

function moveOut(editor: Editor, side: 'before' | 'after'): void {
  const ids = outermost(editor);
  const node = editor.page.node(ids[0]!);
  const parent = node?.parent === undefined ? undefined : editor.page.node(node.parent);
  if (!parent) {
    editor.say(side === 'before' ? 'It is the first already.' : 'It is the last already.');
    return;
  }
  moveTo(editor, ids, {
    parent: parent.parent,
    slot: parent.slot,
    index: parent.index + (side === 'after' ? 1 : 0),
  });
}

/** Slots of an instance, those that are declared, in their order. */
export function slotsOf(editor: Editor, id: string): readonly string[] {
  return Object.keys(editor.slotsOf(id));
}

function moveInto(editor: Editor): void {
  const ids = outermost(editor);
  const node = editor.page.node(ids[0]!);
  if (!node) return;
  const siblings = editor.page.children(node.parent, node.slot).filter((id) => !ids.includes(id));
  const neighbours = [siblings[node.index - 1], siblings[node.index]];
  const types = ids.map((id) => editor.page.node(id)?.type ?? '');
  for (const neighbour of neighbours) {
    if (neighbour === undefined) continue;
    for (const slot of slotsOf(editor, neighbour)) {
      if (editor.fits(types, { parent: neighbour, slot, moving: ids }).kind !== 'fits') continue;
      moveTo(editor, ids, { parent: neighbour, slot });
      return;
    }
  }
  editor.tell('There is no module beside it that it fits into.');
}

const hasSelection = (editor: Editor) => editor.selection.length > 0;

function wrapIn(type: string, title: string): Command {
  return {
    id: `wrap.${type}`,
    title,
    group: 'Arrange',
    capability: 'content.write',
    isEnabled: (editor) => editor.describe(type) !== undefined && isFree(editor),
    run(editor) {
      const ids = outermost(editor);
      const first = editor.page.node(ids[0]!)!;
      const module = editor.describe(type)!;
      const slot = Object.keys(module.slots)[0]!;
      const place = { parent: first.parent, slot: first.slot, index: first.index };
      const outer = editor.fits([type], { parent: first.parent, slot: first.slot, moving: ids });
      if (outer.kind === 'refused') return editor.tell(outer.reason);
      const types = ids.map((id) => editor.page.node(id)!.type);
      const inner = fitsIntoNew(types, { module, slot }, editor.describe);
      if (inner.kind === 'refused') return editor.tell(inner.reason);
      const made = editor.gesture(() => {
        const [wrapper] = editor.page.insert([{ id: 'wrapper', type, v: module.version, props: {} }], place);
        editor.page.move(ids, { parent: wrapper, slot });
        return wrapper!;
      });
      editor.select([made]);
      editor.say(`${ids.length} put into ${module.title}.`);
    },
  };
}

export const arrangeCommands: readonly Command[] = [
  {
    id: 'move.up',
    title: 'Move up',
    group: 'Arrange',
    keys: ['Alt+ArrowUp'],
    capability: 'content.write',
    isEnabled: isFree,
    run: (editor) => step(editor, -1),
  },
  {
    id: 'move.down',
    title: 'Move down',
    group: 'Arrange',
    keys: ['Alt+ArrowDown'],
    capability: 'content.write',
    isEnabled: isFree,
    run: (editor) => step(editor, 1),
  },
  {
    id: 'move.into',
    title: 'Move into the module beside it',
    group: 'Arrange',
    keys: ['Alt+ArrowRight'],
    capability: 'content.write',
    isEnabled: isFree,
    run: moveInto,
  },
  {
    id: 'move.out',
    title: 'Move out of its module',
    group: 'Arrange',
    keys: ['Alt+ArrowLeft'],
    capability: 'content.write',
    isEnabled: isFree,
    run: (editor) => moveOut(editor, 'after'),
  },
  wrapIn('section', 'Put into a section'),
  wrapIn('columns', 'Put into columns'),
  {
    id: 'hide',
    title: 'Hide or show',
    group: 'Arrange',
    keys: ['Mod+Shift+H'],
    capability: 'content.write',
    isEnabled: hasSelection,
    run(editor) {
      const hide = !editor.selection.every((id) => editor.page.node(id)?.hidden);
      editor.gesture(() => {
        for (const id of editor.selection) editor.page.setFacts(id, { hidden: hide || undefined });
      });
      editor.say(hide ? 'Hidden: shoppers will not see it.' : 'Shown.');
    },
  },
  {
    id: 'lock',
    title: 'Lock or unlock',
    group: 'Arrange',
    keys: ['Mod+Shift+L'],
    capability: 'content.write',
    isEnabled: hasSelection,
    run(editor) {
      const lock = !editor.selection.every((id) => editor.page.node(id)?.lock);
      editor.gesture(() => {
        for (const id of editor.selection) editor.page.setFacts(id, { lock: lock || undefined });
      });
      editor.say(lock ? 'Locked: nobody changes it by accident.' : 'Unlocked.');
    },
  },
  {
    id: 'rename',
    title: 'Rename',
    group: 'Arrange',
    keys: ['F2'],
    capability: 'content.write',
    isEnabled: (editor) => editor.selection.length === 1,
    run: (editor) => editor.view.set({ left: 'outline', renaming: editor.selection[0] }),
  },
];
