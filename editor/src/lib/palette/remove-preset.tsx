import { Alert, Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useEditor } from '../app/editor-context.tsx';
import type { PaletteEntry } from './palette-entries.ts';

/** Asks before something people kept is gone for everybody. */
export function RemovePreset({
  entry,
  isOpen,
  onClose,
}: {
  entry: PaletteEntry;
  isOpen: boolean;
  onClose: () => void;
}) {
  const editor = useEditor();
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isRemoving, setIsRemoving] = useState(false);

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
    <Modal opened={isOpen} onClose={onClose} title="Remove the preset">
      <Stack gap="md">
        {problem && <Alert color="red">{problem}</Alert>}
        <Text size="sm">
          “{entry.title}” is removed for everybody. What was made with it stays as it is on its pages.
        </Text>
        <Group justify="flex-end">
          <Button variant="default" data-autofocus onClick={onClose}>
            Keep it
          </Button>
          <Button color="red" loading={isRemoving} onClick={() => void remove()}>
            Remove
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}
