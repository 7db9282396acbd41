import { Button, Group, TextInput } from '@mantine/core';
import { IconBookmarkPlus } from '@tabler/icons-react';
import { type FormEvent, useState } from 'react';
import { ask } from '../../app/backend.ts';
import { useEditor, useView } from '../../app/editor-context.tsx';
import css from './history.module.css';

/** Keeps the document as it is now under a name. */
export function KeepVersion({ onKept }: { onKept: () => Promise<void> }) {
  const editor = useEditor();
  const isOpen = useView((view) => view.isKeeping);
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const close = () => {
    editor.view.set({ isKeeping: false });
    setName('');
    setProblem(undefined);
  };

  function keep(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || isBusy) return;
    setIsBusy(true);
    ask(`documents/${encodeURIComponent(editor.open.id)}/versions`, { body: { name: name.trim() } })
      .then(onKept)
      .then(
        () => {
          editor.say(`Kept as ${name.trim()}.`);
          close();
        },
        (error: Error) => setProblem(error.message),
      )
      .finally(() => setIsBusy(false));
  }

  if (!isOpen)
    return (
      <div className={css.keep}>
        <Button
          size="xs"
          fullWidth
          variant="default"
          leftSection={<IconBookmarkPlus size={16} />}
          onClick={() => editor.view.set({ isKeeping: true })}
        >
          Keep this version
        </Button>
      </div>
    );
  return (
    <form className={css.keep} onSubmit={keep}>
      <TextInput
        autoFocus
        size="xs"
        label="Name of this version"
        placeholder="Before the spring sale"
        maxLength={120}
        value={name}
        error={problem}
        onChange={(event) => setName(event.currentTarget.value)}
        onKeyDown={(event) => event.key === 'Escape' && close()}
      />
      <Group gap="xs" justify="flex-end" mt="xs">
        <Button size="compact-sm" variant="subtle" color="gray" onClick={close}>
          Cancel
        </Button>
        <Button size="compact-sm" type="submit" loading={isBusy} disabled={name.trim() === ''}>
          Keep
        </Button>
      </Group>
    </form>
  );
}
