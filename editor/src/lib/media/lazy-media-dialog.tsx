import { Button, Group, Modal, Text } from '@mantine/core';
import { fetchMissedStyles } from '@vitrine/ui';
import { type ComponentType, useEffect, useState } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';

/** The media library; its code is fetched when it is opened for the first time. */
export function LazyMediaDialog() {
  const editor = useEditor();
  const isOpen = useView((view) => view.dialog === 'media');
  const [Dialog, setDialog] = useState<ComponentType>();
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!isOpen || Dialog || hasFailed) return;
    fetchMissedStyles(document)
      .then(() => import('./media-dialog.tsx'))
      .then(
        ({ MediaDialog }) => setDialog(() => MediaDialog),
        () => setFailed(true),
      );
  }, [isOpen, Dialog, hasFailed]);
  if (Dialog) return <Dialog />;
  const close = () => {
    setFailed(false);
    const { mediaPick } = editor.view.get();
    if (mediaPick) mediaPick.choose(undefined);
    else editor.view.set({ dialog: undefined });
  };
  return (
    <Modal opened={isOpen && hasFailed} onClose={close} title="The media library could not be loaded">
      <Text size="sm">The shop cannot be reached. Your work is kept here; try again in a moment.</Text>
      <Group justify="flex-end" mt="md">
        <Button variant="default" onClick={close}>
          Close
        </Button>
        <Button onClick={() => setFailed(false)}>Try again</Button>
      </Group>
    </Modal>
  );
}
