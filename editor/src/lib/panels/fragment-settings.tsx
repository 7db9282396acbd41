import { Button, Stack, Text, Title } from '@mantine/core';
import { IconArrowsSplit, IconLock, IconPencil } from '@tabler/icons-react';
import { type OpenPart, openPartsOf, walk } from '@vitrine/content';
import { useEffect, useMemo } from 'react';
import { useDocuments } from '../app/documents-context.tsx';
import { useEditor, useNode } from '../app/editor-context.tsx';
import { goTo } from '../app/location.ts';
import { useStore } from '../app/store.ts';
import { isEnabled } from '../commands/command.ts';
import { fragmentAt } from '../commands/fragment-source.ts';
import { commandById } from '../commands/registry.ts';
import { OpenSettings } from './open-settings.tsx';
import { WhereUsed } from './pages/where-used.tsx';

/** What a page may say of a fragment that stands on it: what is open. All else is edited in the fragment itself. */
export function FragmentSettings({ id }: { id: string }) {
  const editor = useEditor();
  const documents = useDocuments();
  const node = useNode(id);
  const fragment = fragmentAt(editor, id);
  const known = useStore(editor.fragments.state, (state) => state.known.get(fragment ?? ''));
  useEffect(() => {
    // Somebody may have changed since what is open.
    if (fragment !== undefined) void editor.fragments.load(fragment);
  }, [editor, fragment]);
  const open = useMemo(
    () => [...walk(known?.nodes ?? [])].map((each) => each.node).filter((each) => each.open),
    [known],
  );
  const list = useStore(documents.state, (state) => state.list);
  const facts = list?.find((each) => each.id === fragment);
  const apart = commandById('fragment.apart');
  if (fragment === undefined)
    return (
      <Text size="sm" c="dimmed" p="sm">
        No fragment is chosen. Delete it, and add one from “Add modules”.
      </Text>
    );
  // Nothing is said of it while nobody knows.
  const isGone = list !== undefined && (facts === undefined || facts.trashedAt !== undefined);
  return (
    <Stack gap="sm" p="sm">
      <div>
        <Title order={3} size="h5">
          {facts?.name ?? fragment}
        </Title>
        <Text size="xs" c={isGone ? 'red' : 'dimmed'}>
          {isGone
            ? 'This fragment is not there any more: nothing is shown in its place.'
            : open.length > 0 || (known && openPartsOf(known).length > 0)
              ? 'Shared with other pages. What is set here is this page’s own; all else is changed in the fragment, for every page.'
              : 'A fragment. What you change in it changes wherever it is used.'}
        </Text>
        {node?.lock && (
          <Text size="xs" c="dimmed" mt={4}>
            <IconLock size={12} aria-hidden /> Locked: it stays where it is. What is open can be filled in.
          </Text>
        )}
      </div>
      {!isGone && known && <OpenParts id={id} parts={openPartsOf(known)} />}
      {!isGone && open.length > 0 && <OpenSettings use={id} modules={open} />}
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

/** The open parts of a fragment, with what fills them. */
function OpenParts({ id, parts }: { id: string; parts: readonly OpenPart[] }) {
  const editor = useEditor();
  useNode(id);
  if (parts.length === 0) return null;
  return (
    <section aria-label="Open parts">
      <Title order={4} size="h6" mb={4}>
        Open parts
      </Title>
      <Stack gap={4}>
        {parts.map((part) => {
          const inside = editor.page.children(id, part.id);
          const count = inside.length === 1 ? '1 module' : `${inside.length} modules`;
          return (
            <Button
              key={part.id}
              size="xs"
              variant="light"
              justify="space-between"
              rightSection={inside.length === 0 ? 'Fill it' : count}
              onClick={() =>
                inside[0] === undefined ? editor.view.set({ left: 'add' }) : editor.select([inside[0]])
              }
            >
              {part.name ?? 'Open part'}
            </Button>
          );
        })}
      </Stack>
    </section>
  );
}
