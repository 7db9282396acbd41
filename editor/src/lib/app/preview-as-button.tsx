import { IconUserScreen } from '@tabler/icons-react';
import { hint, later, PlainButton } from '@vitrine/ui';
import { commandById } from '../commands/registry.ts';
import { printedKeys } from '../commands/shortcuts.ts';
import { useEditor, useMeta, useView } from './editor-context.tsx';
import css from './preview-as.module.css';
import { previewedAs } from './preview-as.ts';

const PreviewAsPanel = later(async () => (await import('./preview-as-panel.tsx')).PreviewAsPanel, null);

/** Says for whom and when the page is shown when that is not everybody now, and opens what it is chosen with. */
export function PreviewAsButton() {
  const editor = useEditor();
  useMeta();
  const isOpen = useView((view) => view.isChoosingPreview);
  const words = useView(() => previewedAs(editor).join(' · '));
  const { keys = [] } = commandById('preview-as');
  return (
    <div className={css.place} data-preview-as>
      <PlainButton
        kind={words === '' ? 'default' : 'light'}
        className={css.button}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        aria-label={words === '' ? 'Preview as …' : `Previewed as ${words}`}
        {...hint(`${words === '' ? 'Preview as …' : words}  ${printedKeys(keys[0] ?? '')}`)}
        icon={<IconUserScreen size={16} />}
        onClick={() => editor.view.set({ isChoosingPreview: !isOpen })}
      >
        <span className={css.words}>{words === '' ? 'Preview as …' : words}</span>
        {words !== '' && <span className={css.mark} />}
      </PlainButton>
      {isOpen && <PreviewAsPanel />}
    </div>
  );
}
