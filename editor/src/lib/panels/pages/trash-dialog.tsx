import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { treeOf } from '../../app/document-order.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import { useStore } from '../../app/store.ts';
import { useUses } from './use-uses.ts';
import { isHeld, UsesNote } from './uses-note.tsx';

/** Asks before something is thrown away; what shoppers see goes offline with it. */
export function TrashDialog({
  id,
  canPublish,
  onOpen,
  onClose,
  onDone,
}: {
  id: string;
  canPublish: boolean;
  onOpen: (id: string) => void;
  onClose: () => void;
  onDone: () => void;
}) {
  const documents = useDocuments();
  const list = useStore(documents.state, (state) => state.list);
  const found = useUses(id);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const document = list?.find((each) => each.id === id);
  if (!list || !document) return <Text size="sm">It is not there any more.</Text>;
  const below = treeOf(list, document.kind).get(id)?.length ?? 0;
  const isPublic = document.publishedVersion !== undefined;

  async function remove() {
    if (isPublic) await documents.unpublish(id);
    await documents.trash(id);
  }

  return (
    <Stack gap="sm">
      <Text size="sm">It is kept in the trash, and can be brought back from there.</Text>
      {below > 0 && (
        <Text size="sm">
          {below === 1 ? 'The page below it stays' : `The ${below} pages below it stay`}, one level higher.
        </Text>
      )}
      {isPublic && (
        <Alert color="yellow" title="Shoppers see it now">
          {canPublish
            ? 'It is taken offline first: those who come to its address are told that it is gone.'
            : 'It must be taken offline first. Ask somebody who may publish.'}
        </Alert>
      )}
      <UsesNote kind={document.kind} wanted="trash" found={found} onOpen={onOpen} />
      {problem !== undefined && (
        <Alert color="red" role="alert" title="It was not thrown away">
          {problem}
        </Alert>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose} data-autofocus>
          Keep it
        </Button>
        <Button
          color="red"
          loading={isBusy}
          disabled={(isPublic && !canPublish) || isHeld(document.kind, found, 'trash')}
          onClick={() => {
            setIsBusy(true);
            remove().then(onDone, (error: Error) => {
              setProblem(error.message);
              setIsBusy(false);
            });
          }}
        >
          {isPublic ? 'Take offline and throw away' : 'Move to the trash'}
        </Button>
      </Group>
    </Stack>
  );
}
