import { Alert, Group, Loader, Stack, Text, UnstyledButton } from '@mantine/core';
import { useEffect, useState } from 'react';
import type { DocumentUse } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';

/** The documents that show a fragment, or stand in a layout; pressed, they open. */
export function WhereUsed({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const documents = useDocuments();
  const [uses, setUses] = useState<readonly DocumentUse[] | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  useEffect(() => {
    const stop = new AbortController();
    documents.usesOf(id, stop.signal).then(setUses, (error: Error) => {
      if (!stop.signal.aborted) setProblem(error.message);
    });
    return () => stop.abort();
  }, [documents, id]);
  if (problem !== undefined)
    return (
      <Alert color="red" role="alert">
        {problem}
      </Alert>
    );
  if (!uses)
    return (
      <Group justify="center" p="sm" role="status" aria-label="It is being looked for">
        <Loader size="xs" />
      </Group>
    );
  if (uses.length === 0)
    return (
      <Text size="sm" c="dimmed">
        Nowhere yet. Add it to a page from “Add modules”.
      </Text>
    );
  return (
    <Stack gap={2} component="ul" p={0} m={0} style={{ listStyle: 'none' }}>
      {uses.map((use) => (
        <li key={use.document.id}>
          <Use use={use} onOpen={onOpen} />
        </li>
      ))}
    </Stack>
  );
}

function Use({ use, onOpen }: { use: DocumentUse; onOpen: (id: string) => void }) {
  const { document, inDraft, isPublished, nodes } = use;
  const where = !inDraft ? 'only for shoppers' : isPublished ? 'also for shoppers' : 'not published';
  return (
    <UnstyledButton onClick={() => onOpen(document.id)} w="100%" py={4}>
      <Group gap="xs" wrap="nowrap">
        <Text size="sm" truncate td="underline" style={{ flex: 1 }}>
          {document.name}
          {nodes.length > 1 && ` (${nodes.length} times)`}
        </Text>
        <Text size="xs" c="dimmed">
          {where}
        </Text>
      </Group>
    </UnstyledButton>
  );
}
