import type { Editor } from '../app/editor.ts';
import { slotsOf } from './arrange.ts';
import type { Command } from './command.ts';
import { scrollIntoView } from './edit.ts';

function go(editor: Editor, id: string | undefined): void {
  if (id === undefined) return;
  editor.select([id]);
  scrollIntoView(editor, id);
  editor.say(editor.nameOf(id));
}

/** Every instance, in the order of the page. */
function inOrder(editor: Editor): string[] {
  const { page } = editor;
  const visit = (id: string): string[] => [
    id,
    ...slotsOf(editor, id).flatMap((slot) => page.children(id, slot).flatMap(visit)),
  ];
  return page.children(undefined).flatMap(visit);
}

function neighbour(editor: Editor, by: -1 | 1): void {
  const all = inOrder(editor);
  const at = all.indexOf(editor.selection[0] ?? '');
  go(editor, at === -1 ? (by === 1 ? all[0] : all.at(-1)) : all[at + by]);
}

export const selectCommands: readonly Command[] = [
  {
    id: 'select.parent',
    title: 'Select what is around it',
    group: 'Select',
    keys: ['Escape'],
    isEnabled: (editor) => editor.selection.length > 0,
    run(editor) {
      const parent = editor.page.node(editor.selection[0]!)?.parent;
      if (parent === undefined) editor.select([]);
      else go(editor, parent);
    },
  },
  {
    id: 'select.next',
    title: 'Select the next module',
    group: 'Select',
    keys: ['ArrowDown'],
    run: (editor) => neighbour(editor, 1),
  },
  {
    id: 'select.previous',
    title: 'Select the module before',
    group: 'Select',
    keys: ['ArrowUp'],
    run: (editor) => neighbour(editor, -1),
  },
  {
    id: 'select.all',
    title: 'Select all beside it',
    group: 'Select',
    keys: ['Mod+A'],
    run(editor) {
      const node = editor.page.node(editor.selection[0] ?? '');
      editor.select(editor.page.children(node?.parent, node?.slot));
      editor.say(`${editor.selection.length} selected.`);
    },
  },
];
