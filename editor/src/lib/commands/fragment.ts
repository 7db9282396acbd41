import type { Editor } from '../app/editor.ts';
import { goTo } from '../app/location.ts';
import type { Command } from './command.ts';
import { fragmentAt, fragmentSource, openPlaces } from './fragment-source.ts';

/** Whether pages can be made from the document: it is a fragment with an open part. */
function isTemplate({ page }: Editor): boolean {
  if (page.meta().kind !== 'fragment') return false;
  return !openPlaces(page, page.children(undefined)).next().done;
}

const only = (editor: Editor) => (editor.selection.length === 1 ? editor.selection[0] : undefined);
const isFragment = (editor: Editor) => fragmentAt(editor, only(editor)) !== undefined;

export const fragmentCommands: readonly Command[] = [
  {
    id: 'fragment.make',
    title: 'Make a fragment of the selection …',
    group: 'Arrange',
    keys: ['Mod+Alt+F'],
    capability: 'content.write',
    isEnabled: (editor) => editor.selection.length > 0,
    run(editor) {
      const source = fragmentSource(editor);
      if (source.kind === 'refused') editor.tell(source.reason);
      else editor.view.set({ dialog: 'make-fragment' });
    },
  },
  {
    id: 'fragment.edit',
    title: 'Edit the fragment',
    group: 'Arrange',
    isEnabled: isFragment,
    run: (editor) => goTo(fragmentAt(editor, only(editor))),
  },
  {
    id: 'fragment.apart',
    title: 'Take the fragment apart',
    group: 'Arrange',
    capability: 'content.write',
    isEnabled: isFragment,
    run: (editor) =>
      void import('./fragment-changes.ts').then(
        ({ takeApart }) =>
          takeApart(editor, editor.selection[0]!).catch((error: Error) => editor.tell(error.message)),
        () => editor.tell('Fragments could not be loaded. Try again when the network is back.'),
      ),
  },
  {
    id: 'fragment.new-page',
    title: 'New page from this template …',
    group: 'Arrange',
    capability: 'content.write',
    isEnabled: isTemplate,
    run: (editor) => editor.documents.show({ kind: 'new-page', template: editor.open.id }),
  },
  {
    id: 'fragment.where-used',
    title: 'Where the fragment is used',
    group: 'Arrange',
    isEnabled: (editor) => isFragment(editor) || editor.page.meta().kind === 'fragment',
    run: (editor) =>
      editor.documents.show({ kind: 'where-used', id: fragmentAt(editor, only(editor)) ?? editor.open.id }),
  },
];
