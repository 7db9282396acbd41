import { ActionIcon, Button, Progress } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import { useStore } from '../app/store.ts';
import { useLibraryTools } from './library-context.ts';
import { inOrderOfInterest, isOver, progressOf, trayWords, type UploadItem } from './upload-item.ts';
import { UploadLine } from './upload-line.tsx';
import css from './uploads.module.css';

/** Files on their way, and what became of them. */
export function UploadTray() {
  const { uploads } = useLibraryTools();
  const items = useStore(uploads.state, (state) => state.items);
  const [isFolded, setFolded] = useState(false);
  if (items.length === 0) return null;
  const open = items.filter((item) => !isOver(item));
  const canPause = open.filter(({ state }) => state.kind === 'sending' || state.kind === 'waiting');
  const paused = open.filter(({ state }) => state.kind === 'paused');
  return (
    <section className={css.tray} aria-label="Uploads">
      <header className={css.head}>
        <h2 className={css.heading}>{trayWords(items)}</h2>
        {open.length > 1 && canPause.length > 0 && (
          <Button
            size="compact-xs"
            variant="subtle"
            onClick={() => each(canPause, (id) => uploads.pause(id))}
          >
            Pause all
          </Button>
        )}
        {paused.length > 1 && (
          <Button size="compact-xs" variant="subtle" onClick={() => each(paused, (id) => uploads.resume(id))}>
            Resume all
          </Button>
        )}
        {open.length < items.length && (
          <Button size="compact-xs" variant="subtle" color="gray" onClick={() => uploads.forgetDone()}>
            Clear the list
          </Button>
        )}
        <ActionIcon
          size="sm"
          variant="subtle"
          color="gray"
          aria-expanded={!isFolded}
          aria-label={isFolded ? 'Show the uploads' : 'Fold the uploads'}
          onClick={() => setFolded(!isFolded)}
        >
          {isFolded ? (
            <IconChevronUp size={16} stroke={1.5} aria-hidden />
          ) : (
            <IconChevronDown size={16} stroke={1.5} aria-hidden />
          )}
        </ActionIcon>
      </header>
      {open.length > 0 && (
        <Progress size={3} radius={0} value={progressOf(items) * 100} aria-label="All uploads together" />
      )}
      {!isFolded && (
        <ul className={css.list}>
          {inOrderOfInterest(items).map((item) => (
            <UploadLine key={item.id} item={item} />
          ))}
        </ul>
      )}
    </section>
  );
}

function each(items: readonly UploadItem[], act: (id: string) => void): void {
  for (const { id } of items) act(id);
}
