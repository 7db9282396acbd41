import { Modal } from '@mantine/core';
import { useEditor, useView } from '../app/editor-context.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { PublishDialog } from './publish-dialog.tsx';
import { ShortcutList } from './shortcut-list.tsx';

/** The dialog that is open, if any. */
export function Dialogs() {
  const editor = useEditor();
  const dialog = useView((view) => view.dialog);
  const close = () => editor.view.set({ dialog: undefined });
  return (
    <>
      <Modal
        opened={dialog === 'commands'}
        onClose={close}
        withCloseButton={false}
        padding={0}
        size="md"
        yOffset="12vh"
        title="All commands"
        styles={{ header: { display: 'none' } }}
      >
        <CommandDialog onClose={close} />
      </Modal>
      <Modal opened={dialog === 'shortcuts'} onClose={close} title="Keyboard shortcuts" size="lg">
        <ShortcutList />
      </Modal>
      <Modal opened={dialog === 'publish'} onClose={close} title="Publish" size="lg">
        <PublishDialog onClose={close} />
      </Modal>
    </>
  );
}
