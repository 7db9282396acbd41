import { Button, Group, Stack, Text } from '@mantine/core';
import { useDocuments } from '../app/documents-context.tsx';
import { planSentence } from './plan-words.ts';
import type { ReleaseFacts } from './release-facts.ts';

/** Says that something waits for its time now. */
export function Planned({
  release,
  action,
  onClose,
}: {
  release: ReleaseFacts;
  action: 'publish' | 'unpublish';
  onClose: () => void;
}) {
  const documents = useDocuments();
  return (
    <Stack gap="sm">
      <Text size="sm">
        {`It is planned. ${planSentence({ ...release, action })}`}
        {action === 'publish' && ' What you change until then is not part of it, unless you plan it again.'}
      </Text>
      <Group justify="flex-end">
        <Button
          variant="default"
          onClick={() => {
            onClose();
            documents.show({ kind: 'releases' });
          }}
        >
          See what is planned
        </Button>
        <Button onClick={onClose} data-autofocus>
          Done
        </Button>
      </Group>
    </Stack>
  );
}
