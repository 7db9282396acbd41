import { Alert, Button, Code, Group, Stack, Text } from '@mantine/core';
import { visitedPath } from '@vitrine/content';
import { useState } from 'react';
import type { Channel } from '../../app/backend.ts';
import { useDocuments } from '../../app/documents-context.tsx';
import { useStore } from '../../app/store.ts';
import { planChange } from '../../releases/change-releases.ts';
import { Planned } from '../../releases/planned.tsx';
import type { ReleaseFacts } from '../../releases/release-facts.ts';
import { useTiming } from '../../releases/use-timing.ts';
import { usePlanned, WhenChoice } from '../../releases/when-choice.tsx';
import { useUses } from './use-uses.ts';
import { isHeld, UsesNote } from './uses-note.tsx';

/** Asks before shoppers lose a page. */
export function UnpublishDialog({
  id,
  channels,
  onOpen,
  onClose,
}: {
  id: string;
  channels: readonly Channel[];
  onOpen: (id: string) => void;
  onClose: () => void;
}) {
  const documents = useDocuments();
  const document = useStore(documents.state, (state) => state.list?.find((each) => each.id === id));
  const found = useUses(id);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setIsBusy] = useState(false);
  const [release, setRelease] = useState<ReleaseFacts | undefined>(undefined);
  const planned = usePlanned(id);
  const timing = useTiming(`${document?.name ?? 'Page'} goes offline`);

  function send() {
    const into = timing.read();
    if (!into) return;
    setIsBusy(true);
    setProblem(undefined);
    const sent =
      into === 'now'
        ? documents.unpublish(id).then(onClose)
        : planChange(documents, { document: id, action: 'unpublish', into }).then(setRelease);
    sent.catch((error: Error) => setProblem(error.message)).finally(() => setIsBusy(false));
  }

  if (release) return <Planned release={release} action="unpublish" onClose={onClose} />;
  const isHeldNow = document !== undefined && isHeld(document.kind, found, 'unpublish');
  const paths = visitedPaths(document?.paths ?? {}, channels);
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
      {document && <UsesNote kind={document.kind} wanted="unpublish" found={found} onOpen={onOpen} />}
      <WhenChoice verb="unpublish" planned={planned} timing={timing} problem={problem} />
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
          // What shows it may have gone by then, with the same release.
          disabled={timing.when === 'now' && isHeldNow}
          onClick={send}
        >
          {timing.when === 'later' ? 'Plan it' : 'Take offline'}
        </Button>
      </Group>
    </Stack>
  );
}

function visitedPaths(
  paths: Readonly<Record<string, string>>,
  channels: readonly Channel[],
): readonly string[] {
  const all = channels.flatMap(({ id, locales }) =>
    locales.flatMap((locale) => {
      const path = paths[`${id}/${locale}`];
      return path === undefined ? [] : [visitedPath({ locale, path }, locales)];
    }),
  );
  return [...new Set(all)];
}
