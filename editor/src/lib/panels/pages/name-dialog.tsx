import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { DocumentFacts } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';

/** Makes a document that needs no more than a name: a fragment, or a copy of something that is no page. */
export function NameDialog({
  kind,
  from,
  onMade,
  onClose,
}: {
  kind: DocumentFacts['kind'];
  from?: DocumentFacts;
  onMade: (id: string) => void;
  onClose: () => void;
}) {
  const documents = useDocuments();
  const [name, setName] = useState(from ? `${from.name} – copy` : '');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isMaking, setIsMaking] = useState(false);

  function make(event: FormEvent) {
    event.preventDefault();
    if (name.trim() === '' || isMaking) return;
    setIsMaking(true);
    documents
      .create({ kind, name: name.trim(), ...(from && { from: from.id }) })
      .then(onMade, (error: Error) => {
        setProblem(error.message);
        setIsMaking(false);
      });
  }

  return (
    <form onSubmit={make}>
      <Stack gap="sm">
        {kind === 'fragment' && !from && (
          <Text size="sm" c="dimmed">
            A fragment is a piece that several pages share, such as a banner or a row of promises. Change it
            once, and it changes on all of them.
          </Text>
        )}
        <TextInput
          data-autofocus
          label="Name"
          placeholder="Promises"
          maxLength={200}
          value={name}
          error={problem}
          onFocus={(event) => from && event.currentTarget.select()}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Group justify="flex-end">
          <Button variant="default" onClick={onClose}>
            Cancel
          </Button>
          <Button type="submit" loading={isMaking} disabled={name.trim() === ''}>
            {from ? 'Duplicate' : 'Make the fragment'}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
