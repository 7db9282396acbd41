import { Modal } from '@mantine/core';
import { useEditor, useView } from '../app/editor-context.tsx';
import { TestVersionDialog } from '../experiments/test-version-dialog.tsx';
import { LazyMediaDialog } from '../media/lazy-media-dialog.tsx';
import { VersionDialog } from '../panels/history/version-dialog.tsx';
import { PreviewLinkDialog } from '../preview-links/preview-link-dialog.tsx';
import { ReviewDialog } from '../reviews/review-dialog.tsx';
import { TranslationDialog } from '../translations/translation-dialog.tsx';
import { CommandDialog } from './command-dialog.tsx';
import { FragmentDialog } from './fragment-dialog.tsx';
import { PresetDialog } from './preset-dialog.tsx';
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
        // While it fades it would still take the keys of the next command.
        transitionProps={{ duration: 0 }}
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
      <Modal opened={dialog === 'preview-link'} onClose={close} title="Preview links" size="lg">
        <PreviewLinkDialog onClose={close} />
      </Modal>
      <Modal opened={dialog === 'make-fragment'} onClose={close} title="Make a fragment">
        <FragmentDialog onClose={close} />
      </Modal>
      <Modal opened={dialog === 'save-preset'} onClose={close} title="Save as preset">
        <PresetDialog onClose={close} />
      </Modal>
      <Modal opened={dialog === 'test-version'} onClose={close} title="Test another version">
        <TestVersionDialog onClose={close} />
      </Modal>
      <ReviewDialog isOpen={dialog === 'review'} onClose={close} />
      <LazyMediaDialog />
      <TranslationDialog isOpen={dialog === 'translations'} onClose={close} />
      <VersionDialog
        isOpen={dialog === 'versions'}
        onClose={() => editor.view.set({ dialog: editor.view.get().dialogAfter, dialogAfter: undefined })}
      />
    </>
  );
}
