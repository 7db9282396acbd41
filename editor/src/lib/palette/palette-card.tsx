import { memo } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import { useDragSource } from '../canvas-view/use-drag-source.ts';
import { placeFor } from '../commands/clipboard.ts';
import { scrollIntoView } from '../commands/edit.ts';
import css from './palette.module.css';
import type { PaletteEntry } from './palette-entries.ts';
import { Thumbnail } from './thumbnail.tsx';

/** One thing to add: drag it to its place, or press it to add it behind what is selected. */
export const PaletteCard = memo(function PaletteCard({ entry }: { entry: PaletteEntry }) {
  const editor = useEditor();
  const source = useDragSource(() =>
    editor.canWrite ? { kind: 'new', nodes: entry.nodes, title: entry.title } : undefined,
  );
  function add() {
    if (!editor.canWrite) return;
    const place = placeFor(
      editor,
      entry.nodes.map(({ type }) => type),
    );
    if (place.kind === 'refused') return editor.say(place.reason);
    const [first] = editor.insert(entry.nodes, place);
    if (first !== undefined) requestAnimationFrame(() => scrollIntoView(editor, first));
  }
  // By the time it is put onto the page it is known what its open parts begin with.
  const prepare = () =>
    void editor.fragments.need(
      entry.nodes.flatMap(({ type, props: { fragment } }) =>
        type === 'fragment' && typeof fragment === 'string' ? [fragment] : [],
      ),
    );
  return (
    <button
      type="button"
      className={css.card}
      {...source}
      onClick={add}
      onPointerEnter={prepare}
      onFocus={prepare}
      aria-label={`${entry.group}: ${entry.title}`}
    >
      <Thumbnail nodes={entry.nodes} />
      <span className={css.name}>{entry.title}</span>
    </button>
  );
});
