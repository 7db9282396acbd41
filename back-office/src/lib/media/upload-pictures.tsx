import { Button, FileButton, Text } from '@mantine/core';
import { IconUpload } from '@tabler/icons-react';
import { useState } from 'react';
import { type LibraryPicture, uploadPicture } from './media-library.ts';

/** Files of this computer go into the media library, one after the other, and from there to where they are wanted. */
export function UploadPictures({ onUploaded }: { onUploaded: (picture: LibraryPicture) => void }) {
  const [left, setLeft] = useState(0);
  const [refusals, setRefusals] = useState<readonly string[]>([]);
  async function send(files: readonly File[]) {
    setRefusals([]);
    for (const [at, file] of files.entries()) {
      setLeft(files.length - at);
      try {
        onUploaded(await uploadPicture(file));
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        setRefusals((before) => [...before, `${file.name}: ${why}`]);
      }
    }
    setLeft(0);
  }
  return (
    <>
      <FileButton accept="image/*" multiple onChange={(files) => void send(files)}>
        {(props) => (
          <Button
            {...props}
            variant="default"
            size="compact-sm"
            loading={left > 0}
            leftSection={<IconUpload size={14} aria-hidden />}
          >
            Upload
          </Button>
        )}
      </FileButton>
      {left > 0 && (
        <Text size="sm" c="dimmed" role="status">
          {left === 1 ? 'One picture is on its way' : `${left} pictures are on their way`}
        </Text>
      )}
      {refusals.map((refusal) => (
        <Text key={refusal} size="sm" c="red" role="alert">
          {refusal}
        </Text>
      ))}
    </>
  );
}
