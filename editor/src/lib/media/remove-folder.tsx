import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import type { MediaFolder } from '@vitrine/content/server';
import { useState } from 'react';
import { contentsWords } from './folder-tree.ts';
import { useLibrary, useLibraryTools } from './library-context.ts';

export function RemoveFolder({ folder, onClose }: { folder: MediaFolder; onClose: () => void }) {
  const { library } = useLibraryTools();
  const folders = useLibrary((state) => state.folders);
  const [problem, setProblem] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const remove = () => {
    setBusy(true);
    library.removeFolder(folder.id).then(onClose, (error: Error) => {
      setBusy(false);
      setProblem(error.message);
    });
  };
  return (
    <Stack gap="sm">
      <Text size="sm">{contentsWords(folders, folder)}</Text>
      {problem !== undefined && (
        <Alert color="red" role="alert" title="It was not deleted">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" data-autofocus onClick={onClose}>
          Keep
        </Button>
        <Button color="red" loading={isBusy} onClick={remove}>
          Delete the folder
        </Button>
      </Group>
    </Stack>
  );
}
