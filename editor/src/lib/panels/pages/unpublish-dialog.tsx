import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useDocuments } from '../../app/documents-context.tsx';
import { useStore } from '../../app/store.ts';

/** Asks before shoppers lose a page. */
export function UnpublishDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const documents = useDocuments();
  const document = useStore(documents.state, (state) => state.list?.find((each) => each.id === id));
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const paths = [...new Set(Object.values(document?.paths ?? {}))];
  return (
    <Stack gap="sm">
      <Text size="sm">
        {document?.kind === 'fragment'
          ? 'It stays here as a draft, and can be published again.'
          : 'Those who come to its address are told that it is gone, and search engines forget it. It stays here as a draft, and can be published again.'}
      </Text>
      {paths.length > 0 && (
        <Group gap="xs">
          {paths.map((path) => (
            <Code key={path}>{path}</Code>
          ))}
        </Group>
      )}
      {paths.includes('/') && (
        <Alert color="yellow" title="This is the first page of the shop">
          Without it, whoever types the shop’s name sees that there is nothing.
        </Alert>
      )}
      {problem !== undefined && (
        <Alert color="red" role="alert" title="It is still online">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Leave it online
        </Button>
        <Button
          color="red"
          loading={isBusy}
          onClick={() => {
            setIsBusy(true);
            documents.unpublish(id).then(onClose, (error: Error) => {
              setProblem(error.message);
              setIsBusy(false);
            });
          }}
        >
          Take offline
        </Button>
      </Group>
    </Stack>
  );
}
