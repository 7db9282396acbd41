import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconArrowLeft, IconSearch, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useDocumentList } from '../../app/documents-context.tsx';
import { useEditor, useView } from '../../app/editor-context.tsx';
import { goTo } from '../../app/location.ts';
import panel from '../panels.module.css';
import { DocumentSections } from './document-sections.tsx';
import { inTrash, TrashList } from './trash-list.tsx';

/** All documents of the shop beside the one that is open. */
export function PagesPanel() {
  const editor = useEditor();
  const list = useDocumentList();
  const [words, setWords] = useState('');
  const [showsTrash, setShowsTrash] = useState(false);
  const place = useView(({ channel, locale }) => `${channel}/${locale}`);
  const count = inTrash(list ?? []).length;
  const rights = { canWrite: editor.can('content.write'), canPublish: editor.can('content.publish') };
  return (
    <>
      <div className={panel.head}>
        <h2 className={panel.title}>{showsTrash ? 'Trash' : 'Pages'}</h2>
        <CloseButton size="sm" aria-label="Close" onClick={() => editor.view.set({ left: undefined })} />
      </div>
      <TextInput
        px="sm"
        pb="xs"
        size="xs"
        aria-label="Search pages"
        placeholder="Name or address"
        leftSection={<IconSearch size={14} />}
        value={words}
        onChange={(event) => setWords(event.currentTarget.value)}
      />
      <div className={panel.scroll}>
        {showsTrash ? (
          <TrashList words={words} canWrite={rights.canWrite} />
        ) : (
          <DocumentSections
            size="panel"
            place={place}
            words={words}
            current={editor.open.id}
            rights={rights}
            onOpen={(id) => id !== editor.open.id && goTo(id)}
          />
        )}
      </div>
      {(count > 0 || showsTrash) && (
        <Button
          m="xs"
          size="xs"
          variant="subtle"
          color="gray"
          justify="flex-start"
          leftSection={showsTrash ? <IconArrowLeft size={14} /> : <IconTrash size={14} />}
          onClick={() => setShowsTrash(!showsTrash)}
        >
          {showsTrash ? 'Back to the pages' : `Trash (${count})`}
        </Button>
      )}
    </>
  );
}
