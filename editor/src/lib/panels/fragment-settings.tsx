import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSplit, IconPencil } from '@tabler/icons-react';
import { useDocuments } from '../app/documents-context.tsx';
import { useEditor, useNode } from '../app/editor-context.tsx';
import { goTo } from '../app/location.ts';
import { useStore } from '../app/store.ts';
import { isEnabled } from '../commands/command.ts';
import { fragmentAt } from '../commands/fragment.ts';
import { commandById } from '../commands/registry.ts';
import { WhereUsed } from './pages/where-used.tsx';

/** What can be done with a fragment that stands on the page; its modules are edited in the fragment itself. */
export function FragmentSettings({ id }: { id: string }) {
  const editor = useEditor();
  const documents = useDocuments();
  useNode(id);
  const fragment = fragmentAt(editor, id);
  const facts = useStore(documents.state, ({ list }) => list?.find((each) => each.id === fragment));
  const apart = commandById('fragment.apart');
  if (fragment === undefined)
    return (
      <Text size="sm" c="dimmed" p="sm">
        No fragment is chosen. Delete it, and add one from “Add modules”.
      </Text>
    );
  const isGone = facts === undefined || facts.trashedAt !== undefined;
  return (
    <Stack gap="sm" p="sm">
      <div>
        <Title order={3} size="h5">
          {facts?.name ?? fragment}
        </Title>
        <Text size="xs" c={isGone ? 'red' : 'dimmed'}>
          {isGone
            ? 'This fragment is not there any more: nothing is shown in its place.'
            : 'A fragment. What you change in it changes wherever it is used.'}
        </Text>
      </div>
      {!isGone && (
        <Button size="xs" leftSection={<IconPencil size={16} />} onClick={() => goTo(fragment)}>
          Edit the fragment
        </Button>
      )}
      {!isGone && isEnabled(apart, editor) && (
        <Button
          size="xs"
          variant="default"
          leftSection={<IconArrowsSplit size={16} />}
          onClick={() => apart.run(editor)}
        >
          Take it apart
        </Button>
      )}
      {!isGone && (
        <section aria-label="Where it is used">
          <Title order={4} size="h6" mb={4}>
            Used on
          </Title>
          <WhereUsed id={fragment} onOpen={(document) => document !== editor.open.id && goTo(document)} />
        </section>
      )}
    </Stack>
  );
}
