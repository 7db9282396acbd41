import { ActionIcon, Alert, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import css from './palette.module.css';
import { PaletteCard } from './palette-card.tsx';
import type { PaletteEntry } from './palette-entries.ts';

/** Something people kept, with the way to be rid of it. */
export function SavedCard({ entry }: { entry: PaletteEntry }) {
  const editor = useEditor();
  const [isAsking, setIsAsking] = useState(false);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isRemoving, setIsRemoving] = useState(false);
  const close = () => setIsAsking(false);

  async function remove() {
    setIsRemoving(true);
    try {
      await editor.presets.remove(entry.key.slice('saved '.length));
      editor.say(`${entry.title} is removed.`);
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
      setIsRemoving(false);
    }
  }

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
        <Tooltip label="Remove">
          <ActionIcon
            className={css.remove}
            size="sm"
            variant="default"
            aria-label={`Remove ${entry.title}`}
            onClick={() => setIsAsking(true)}
          >
            <IconTrash size={14} />
          </ActionIcon>
        </Tooltip>
      )}
      <Modal opened={isAsking} onClose={close} title="Remove the preset">
        <Stack gap="md">
          {problem && <Alert color="red">{problem}</Alert>}
          <Text size="sm">
            “{entry.title}” is removed for everybody. What was made with it stays as it is on its pages.
          </Text>
          <Group justify="flex-end">
            <Button variant="default" data-autofocus onClick={close}>
              Keep it
            </Button>
            <Button color="red" loading={isRemoving} onClick={() => void remove()}>
              Remove
            </Button>
          </Group>
        </Stack>
      </Modal>
    </div>
  );
}
