import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { hint, later } from '@vitrine/ui';
import { useRef, useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import css from './palette.module.css';
import { PaletteCard } from './palette-card.tsx';
import type { PaletteEntry } from './palette-entries.ts';

const RemovePreset = later(async () => (await import('./remove-preset.tsx')).RemovePreset, null);

/** Something people kept, with the way to be rid of it. */
export function SavedCard({ entry }: { entry: PaletteEntry }) {
  const editor = useEditor();
  const button = useRef<HTMLButtonElement>(null);
  const [asking, setAsking] = useState<'never' | 'now' | 'before'>('never');
  const close = () => {
    setAsking('before');
    // What asks may have come after the button was pressed, and does not know where to give the focus back to.
    button.current?.focus();
  };
  return (
    <div className={css.saved}>
      {entry.nodes.length > 0 ? (
        <PaletteCard entry={entry} />
      ) : (
        <p className={css.unknown}>
          {entry.title} has something in it that this shop does not know any more.
        </p>
      )}
      {editor.can('content.write') && (
        <ActionIcon
          ref={button}
          className={css.remove}
          size="sm"
          variant="default"
          aria-label={`Remove ${entry.title}`}
          {...hint('Remove')}
          onClick={() => setAsking('now')}
        >
          <IconTrash size={14} />
        </ActionIcon>
      )}
      {asking !== 'never' && <RemovePreset entry={entry} isOpen={asking === 'now'} onClose={close} />}
    </div>
  );
}
