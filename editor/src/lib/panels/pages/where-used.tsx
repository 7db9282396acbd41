import { Alert, Group, Loader, Stack, Text, UnstyledButton } from '@mantine/core';
import type { DocumentUse } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import css from './pages.module.css';
import { useUses } from './use-uses.ts';

/** The documents that show a fragment, stand in a layout, or link to a page; pressed, they open. */
export function WhereUsed({ id, onOpen }: { id: string; onOpen: (id: string) => void }) {
  const documents = useDocuments();
  const { uses, problem } = useUses(id);
  if (problem !== undefined)
    return (
      <Alert color="red" role="alert">
        {problem}
      </Alert>
    );
  if (!uses) return <UsesAwaited />;
  if (uses.length === 0)
    return (
      <Text size="sm" c="dimmed">
        {documents.find(id)?.kind === 'page'
          ? 'Nothing links to it.'
          : 'Nowhere yet. Add it to a page from “Add modules”.'}
      </Text>
    );
  return <UseList uses={uses} onOpen={onOpen} />;
}

export function UsesAwaited() {
  return (
    <Group justify="center" p="sm" role="status" aria-label="It is being looked for">
      <Loader size="xs" />
    </Group>
  );
}

export function UseList({ uses, onOpen }: { uses: readonly DocumentUse[]; onOpen: (id: string) => void }) {
  return (
    <Stack gap={2} component="ul" p={0} m={0} style={{ listStyle: 'none' }} mah={200} className={css.uses}>
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
