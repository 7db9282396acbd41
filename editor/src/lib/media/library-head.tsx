import { ActionIcon, Button, CloseButton, TextInput, Title } from '@mantine/core';
import { IconSearch, IconUpload, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { focusGrid } from './focus-grid.ts';
import { folderFor } from './folder-for.ts';
import css from './library.module.css';
import { useLibrary, useLibraryTools } from './library-context.ts';
import { UploadButton } from './upload-button.tsx';

const PAUSE = 250;

export function LibraryHead() {
  const { library, pick, mayWrite, uploads, close } = useLibraryTools();
  const words = useLibrary(({ query }) => query.words);
  const [text, setText] = useState(words);
  // The words may be cleared elsewhere.
  useEffect(() => setText(words), [words]);
  useEffect(() => {
    if (text.trim() === words.trim()) return;
    const timer = setTimeout(() => library.show({ words: text }), PAUSE);
    return () => clearTimeout(timer);
  }, [library, text, words]);
  const press = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'ArrowDown' || event.key === 'Enter') {
      event.preventDefault();
      focusGrid(event.currentTarget);
    }
  };
  return (
    <header className={css.head}>
      <Title order={1} size="h4" className={css.heading}>
        {pick ? (
          <>
            Choose a picture <span className={css.quiet}>for “{pick.options.label}”</span>
          </>
        ) : (
          'Media library'
        )}
      </Title>
      <TextInput
        className={css.search}
        type="search"
        aria-label="Search the library"
        placeholder="Search names, titles and alternative texts"
        leftSection={<IconSearch size={16} stroke={1.5} aria-hidden />}
        rightSection={
          text !== '' && <CloseButton size="sm" aria-label="Clear the search" onClick={() => setText('')} />
        }
        value={text}
        maxLength={200}
        data-autofocus
        attributes={{ input: { 'data-mantine-stop-propagation': text !== '' ? 'true' : undefined } }}
        onChange={(event) => setText(event.currentTarget.value)}
        onKeyDown={press}
      />
      <div className={css.headEnd}>
        {mayWrite && (
          <UploadButton onFiles={(files) => uploads.add(files, folderFor(library))}>
            {(open) => (
              <Button leftSection={<IconUpload size={16} stroke={1.5} aria-hidden />} onClick={open}>
                Upload
              </Button>
            )}
          </UploadButton>
        )}
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          aria-label="Close the media library"
          onClick={close}
        >
          <IconX size={18} stroke={1.5} aria-hidden />
        </ActionIcon>
      </div>
    </header>
  );
}
