import { Alert, Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask, type PublishPlan } from '../app/backend.ts';
import { useEditor, useMeta } from '../app/editor-context.tsx';

/** What publishing would do, what stands against it, and the button. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const meta = useMeta();
  const [plan, setPlan] = useState<PublishPlan | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [state, setState] = useState<'asking' | 'publishing' | 'done'>('asking');
  useEffect(() => {
    ask<PublishPlan>(`documents/${encodeURIComponent(meta.id)}/publish-plan`).then(setPlan, (error: Error) =>
      setProblem(error.message),
    );
  }, [meta.id]);

  function publish() {
    setState('publishing');
    ask(`documents/${encodeURIComponent(meta.id)}/publish`, { body: {} }).then(
      () => {
        setState('done');
        editor.say(`${meta.name} is published.`);
      },
      (error: Error) => {
        setProblem(error.message);
        setState('asking');
      },
    );
  }

  if (state === 'done') return <Published onClose={onClose} />;
  if (!plan && !problem)
    return (
      <Group justify="center" p="lg">
        <Loader size="sm" />
      </Group>
    );
  const errors = plan?.problems.filter(({ severity }) => severity === 'error') ?? [];
  const warnings = plan?.problems.filter(({ severity }) => severity === 'warning') ?? [];
  const changed = plan?.documents.filter((each) => each.state !== 'same') ?? [];
  const moved = plan?.addresses.filter((each) => each.state !== 'same') ?? [];
  const isSame = changed.length === 0 && moved.length === 0;
  return (
    <Stack gap="sm">
      {problem && (
        <Alert color="red" title="It was not published">
          {problem}
        </Alert>
      )}
      {plan && (
        <>
          <Text size="sm">
            {isSame
              ? 'Everything is published just so already.'
              : changed.length === 1
                ? 'One thing goes live:'
                : `${changed.length} things go live together:`}
          </Text>
          {changed.map(({ id, name, kind, state: what }) => (
            <Group key={id} gap="xs">
              <Text size="sm" fw={600}>
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {kind}
              </Text>
              <Badge size="xs" variant="light" color={what === 'new' ? 'blue' : 'yellow'}>
                {what}
              </Badge>
            </Group>
          ))}
          {moved.map(({ path, locale, state: what, from }) => (
            <Text key={`${locale} ${path}`} size="sm">
              <strong>{path}</strong> ({locale}){' '}
              {what === 'new'
                ? 'becomes its address'
                : `takes the place of ${from}, which leads to it from now on`}
            </Text>
          ))}
          <Problems title="This must be put right first" problems={errors} colour="red" />
          <Problems title="Worth a look" problems={warnings} colour="yellow" />
        </>
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button
          onClick={publish}
          loading={state === 'publishing'}
          disabled={!plan || errors.length > 0 || isSame}
        >
          Publish now
        </Button>
      </Group>
    </Stack>
  );
}

function Problems({
  title,
  problems,
  colour,
}: {
  title: string;
  problems: PublishPlan['problems'];
  colour: string;
}) {
  const editor = useEditor();
  if (problems.length === 0) return null;
  return (
    <Alert color={colour} title={title}>
      <Stack gap={4} align="flex-start">
        {problems.slice(0, 20).map(({ node, path, message }) => (
          <Group key={`${node} ${path} ${message}`} gap="xs" wrap="nowrap" align="flex-start">
            <Text size="sm">{message}</Text>
            {node !== undefined && editor.page.has(node) && (
              <Button
                size="compact-xs"
                variant="subtle"
                onClick={() => {
                  editor.view.set({ dialog: undefined });
                  editor.select([node]);
                }}
              >
                Show
              </Button>
            )}
          </Group>
        ))}
        {problems.length > 20 && <Text size="sm">… and {problems.length - 20} more.</Text>}
      </Stack>
    </Alert>
  );
}

function Published({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const path = editor.pathIn(editor.view.get().locale);
  const address = editor.canvasAddress().split('?')[0]!;
  return (
    <Stack gap="sm">
      <Text size="sm">It is live: shoppers see it from now on.</Text>
      <Group justify="flex-end">
        {path !== undefined && (
          <Button component="a" href={address} target="_blank" rel="noopener" variant="default">
            See it in the shop
          </Button>
        )}
        <Button onClick={onClose}>Good</Button>
      </Group>
    </Stack>
  );
}
