import { later } from '@vitrine/ui';
import { useEditor, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';

const TextToolbar = later(async () => (await import('./text-toolbar.tsx')).TextToolbar, null);

/** What belongs to the text that is edited in place; nothing while there is none. */
export function WrittenText() {
  const editor = useEditor();
  const text = useStore(editor.written, (written) => written.text);
  const id = useView((view) => view.text?.id);
  if (!text || id === undefined) return null;
  return <TextToolbar text={text} label={editor.nameOf(id)} />;
}
