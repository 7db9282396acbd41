import { Button, Text } from '@mantine/core';
import {
  IconChecks,
  IconFolderOpen,
  IconPhotoPlus,
  IconPhotoSearch,
  IconTrash,
  type TablerIcon,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { folderFor } from './folder-for.ts';
import css from './grid.module.css';
import { useLibrary, useLibraryTools } from './library-context.ts';
import { type Emptiness, emptiness, wholeLibrary } from './media-query.ts';
import { UploadButton } from './upload-button.tsx';

const faces: Readonly<Record<Emptiness, { Icon: TablerIcon; title: string; words: string }>> = {
  library: {
    Icon: IconPhotoPlus,
    title: 'No pictures yet',
    words:
      'Drop pictures and films anywhere on this screen, many at once if you like. Each is kept as it is, and delivered to shoppers in the size and format their device needs.',
  },
  folder: {
    Icon: IconFolderOpen,
    title: 'Nothing in this folder',
    words: 'Drag files onto its name on the left, or drop new ones anywhere on this screen.',
  },
  trash: {
    Icon: IconTrash,
    title: 'The trash is empty',
    words: 'Deleted files wait here for a while and can be restored, before they go for good.',
  },
  described: {
    Icon: IconChecks,
    title: 'Every file here has its words',
    words: 'Nothing is missing: each has an alternative text, or is marked as decoration.',
  },
  search: {
    Icon: IconPhotoSearch,
    title: 'Nothing found',
    words: 'Names, titles and alternative texts are searched; parts of words are enough.',
  },
};

/** Says why there is nothing, and what can be done. */
export function EmptyLibrary() {
  const { library, mayWrite, uploads, pick } = useLibraryTools();
  const query = useLibrary((state) => state.query);
  // Who chooses a picture did not choose to see pictures alone.
  const kind = emptiness(pick ? { ...query, kind: undefined } : query);
  const { Icon, title, words } = faces[kind];
  const everywhere = { ...wholeLibrary, sort: query.sort, kind: pick ? ('picture' as const) : undefined };
  const actions: Partial<Record<Emptiness, ReactNode>> = {
    search: (
      <Button variant="default" size="sm" onClick={() => library.show(everywhere)}>
        Show everything
      </Button>
    ),
    described: (
      <Button variant="default" size="sm" onClick={() => library.show({ missingAlt: false })}>
        Show all of them
      </Button>
    ),
    library: mayWrite && (
      <UploadButton onFiles={(files) => uploads.add(files, folderFor(library))}>
        {(open) => <Button onClick={open}>Choose files</Button>}
      </UploadButton>
    ),
  };
  return (
    <div className={css.empty}>
      <Icon size={40} stroke={1.25} aria-hidden />
      <Text fw={600}>{query.words.trim() ? `Nothing found for “${query.words.trim()}”` : title}</Text>
      <Text size="sm" c="var(--field-quiet)" maw={380}>
        {words}
      </Text>
      {kind === 'search' && query.words.trim() !== '' && query.folder !== undefined && (
        <Button variant="light" size="sm" onClick={() => library.show({ folder: undefined })}>
          Search in all folders
        </Button>
      )}
      {actions[kind]}
    </div>
  );
}
