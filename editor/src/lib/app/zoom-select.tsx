import { PlainSelect } from '@vitrine/ui';
import { useEditor, useView } from './editor-context.tsx';
import css from './workbench.module.css';
import { zoomSteps, zoomWords } from './zoom.ts';

/** How large the page is looked at. */
export function ZoomSelect() {
  const editor = useEditor();
  const zoom = useView((view) => view.zoom);
  return (
    <PlainSelect
      style={{ width: 72 }}
      className={css.widest}
      aria-label="Zoom"
      options={(['fit', ...zoomSteps] as const).map((each) => ({
        value: String(each),
        label: zoomWords(each),
      }))}
      value={String(zoom)}
      onChoose={(value) => editor.view.set({ zoom: value === 'fit' ? 'fit' : Number(value) })}
    />
  );
}
