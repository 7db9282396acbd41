import '../fields/field-colours.css';
import { Modal } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useEditor, useView } from '../app/editor-context.tsx';
import css from './library.module.css';
import { LibraryScreen } from './library-screen.tsx';
import { sendByTus } from './tus-sending.ts';
import { useFieldRequest } from './use-field-request.ts';
import { useKeptFocus } from './use-kept-focus.ts';
import { type OpenLibrary, useMediaLibrary } from './use-media-library.ts';

/** The media library over the whole screen. It stays when it is closed, and so do uploads on their way. */
export function MediaDialog() {
  const opened = useMediaLibrary(sendByTus);
  return opened && <OpenDialog {...opened} />;
}

function OpenDialog({ library, uploads }: OpenLibrary) {
  const editor = useEditor();
  const isOpen = useView((view) => view.dialog === 'media');
  const pick = useView((view) => view.mediaPick);
  const [isBusy, setBusy] = useState(false);
  useFieldRequest({ library, uploads }, isOpen, pick);
  useKeptFocus(isOpen);
  const close = () => {
    if (pick) pick.choose(undefined);
    else editor.view.set({ dialog: undefined });
  };
  // What is replaced here is another picture on the page at once.
  useEffect(() => {
    const learn = () => {
      const { assets = [], apart } = library.state.get();
      editor.pictures.learn(apart ? [...assets, apart] : assets);
    };
    return library.state.subscribe(learn);
  }, [editor, library]);
  // Another dialog may take the place of this one; the field must not wait for ever.
  useEffect(() => {
    if (!isOpen && pick) pick.choose(undefined);
  }, [isOpen, pick]);
  return (
    <Modal
      opened={isOpen}
      onClose={close}
      closeOnEscape={!isBusy}
      fullScreen
      padding={0}
      withCloseButton={false}
      title={pick ? `Choose a picture for “${pick.options.label}”` : 'Media library'}
      transitionProps={{ duration: 120 }}
      classNames={{ header: css.hidden, body: css.body, content: `${css.content} ${css.readable}` }}
    >
      <LibraryScreen
        library={library}
        uploads={uploads}
        mayWrite={editor.can('content.write')}
        pick={pick}
        locales={editor.locales}
        close={close}
        onBusy={setBusy}
      />
    </Modal>
  );
}
