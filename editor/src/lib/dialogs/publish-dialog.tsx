import { Alert, Anchor, Badge, Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { ask, BackendError, type PublishPlan } from '../app/backend.ts';
import { useEditor, useMeta, useView } from '../app/editor-context.tsx';
import { useStore } from '../app/store.ts';
import { AuditLine } from '../checks/checks-panel.tsx';
import { useAccessibility, useChecks, useFindings } from '../checks/use-checks.ts';
import { isOnItsWay } from '../document/open-document.ts';
import { PlannedTestNote } from '../experiments/planned-test-note.tsx';
import { planChange } from '../releases/change-releases.ts';
import { Planned } from '../releases/planned.tsx';
import type { ReleaseFacts } from '../releases/release-facts.ts';
import { useTiming } from '../releases/use-timing.ts';
import { usePlanned, WhenChoice } from '../releases/when-choice.tsx';
import { ReviewNote } from '../reviews/review-note.tsx';
import { UntranslatedNote } from '../translations/untranslated-note.tsx';
import { Findings } from './findings.tsx';

/** What publishing would do, what stands against it, and the button. */
export function PublishDialog({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const meta = useMeta();
  const [plan, setPlan] = useState<PublishPlan | undefined>(undefined);
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isNew, setNew] = useState(false);
  const [state, setState] = useState<'asking' | 'publishing' | 'done'>('asking');
  const planned = usePlanned(meta.id);
  const timing = useTiming(meta.name, planned);
  const { when } = timing;
  const [release, setRelease] = useState<ReleaseFacts | undefined>(undefined);
  useAccessibility();
  const isGrave = useChecks((state) => state.isGrave);
  const findings = useFindings();
  // One's own last words go along, and nobody is told that somebody else wrote them.
  const isSaving = useStore(editor.open.state, isOnItsWay);
  useEffect(() => {
    if (isSaving) return;
    ask<PublishPlan>(`documents/${encodeURIComponent(meta.id)}/publish-plan`).then(
      (asked) => {
        setPlan(asked);
        editor.checks.learn(asked.problems);
      },
      (error: Error) => setProblem(error.message),
    );
  }, [editor, meta.id, isSaving]);
  const errors = findings.filter(({ severity }) => severity === 'error');
  const warnings = findings.filter(({ severity }) => severity === 'warning');

  function send(plan: PublishPlan) {
    const into = timing.read();
    if (!into) return;
    setState('publishing');
    setProblem(undefined);
    const seen = seenOf(plan);
    const sent =
      into === 'now'
        ? ask(`documents/${encodeURIComponent(meta.id)}/publish`, { body: { seen } }).then(() => {
            // From now on it can be taken offline.
            void editor.documents.load();
            editor.say(`${meta.name} is published.`);
          })
        : planChange(editor.documents, { document: meta.id, action: 'publish', into, seen }).then((made) => {
            setRelease(made);
            editor.say(`${meta.name} is planned.`);
          });
    sent.then(
      () => setState('done'),
      (error: Error) => {
        const now = newPlanIn(error);
        if (now) {
          setPlan(now);
          editor.checks.learn(now.problems);
        }
        setNew(now !== undefined);
        setProblem(error.message);
        setState('asking');
      },
    );
  }

  if (state === 'done')
    return release ? (
      <Planned release={release} action="publish" onClose={onClose} />
    ) : (
      <Published onClose={onClose} />
    );
  if (!plan && !problem)
    return (
      <Group justify="center" p="lg">
        <Loader size="sm" />
      </Group>
    );
  const isSame = plan !== undefined && changesOf(plan).isSame;
  return (
    <Stack gap="sm">
      {problem && (
        <Alert
          color={isNew ? 'yellow' : 'red'}
          title={when === 'later' ? 'It was not planned' : 'It was not published'}
        >
          {problem}
        </Alert>
      )}
      {plan && (
        <>
          <Changes plan={plan} />
          <Findings title="This must be put right first" colour="red" findings={errors} />
          <Findings title="Worth a look" colour="yellow" findings={warnings} />
          <ReviewNote />
          <UntranslatedNote />
          <PlannedTestNote />
          <AuditLine />
          <OpenComments onClose={onClose} />
        </>
      )}
      {plan && !isSame && (
        <WhenChoice
          verb="publish"
          planned={planned}
          timing={timing}
          problem={problem}
          onChoose={() => setProblem(undefined)}
        />
      )}
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          Not yet
        </Button>
        <Button
          onClick={() => plan && send(plan)}
          loading={state === 'publishing'}
          disabled={!plan || errors.length > 0 || isSame}
        >
          {buttonWords(when, isGrave)}
        </Button>
      </Group>
    </Stack>
  );
}

function buttonWords(when: 'now' | 'later', isGrave: boolean): string {
  if (when === 'later') return isGrave ? 'Plan it anyway' : 'Plan it';
  return isGrave ? 'Publish anyway' : 'Publish now';
}

// What of the plan was on the screen.
function seenOf({ documents, addresses }: PublishPlan) {
  return {
    documents: documents.map(({ id, version, state }) => ({ id, version, state })),
    addresses,
  };
}

// What would go live now, when that is not what was shown.
function newPlanIn(error: Error): PublishPlan | undefined {
  if (!(error instanceof BackendError) || error.status !== 409) return undefined;
  return (error.answer as { readonly plan?: PublishPlan } | undefined)?.plan;
}

function changesOf({ documents, addresses }: PublishPlan) {
  const changed = documents.filter((each) => each.state !== 'same');
  const moved = addresses.filter((each) => each.state !== 'same');
  return { changed, moved, isSame: changed.length === 0 && moved.length === 0 };
}

function Changes({ plan }: { plan: PublishPlan }) {
  const { changed, moved, isSame } = changesOf(plan);
  return (
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
          <strong>{path}</strong>{' '}
          {what === 'new'
            ? 'becomes its address'
            : what === 'gone'
              ? 'is taken away; who comes there is told that it is gone'
              : `takes the place of ${from}, which leads to it from now on`}
        </Text>
      ))}
    </>
  );
}

/** Told, and no reason to wait. */
function OpenComments({ onClose }: { onClose: () => void }) {
  const editor = useEditor();
  const open = useView((view) => view.openComments);
  if (open === 0) return null;
  return (
    <Text size="sm">
      <Anchor
        component="button"
        type="button"
        inherit
        onClick={() => {
          onClose();
          editor.view.set({ left: 'comments' });
        }}
      >
        {open === 1 ? '1 open comment' : `${open} open comments`}
      </Anchor>{' '}
      on this page.
    </Text>
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
        <Button onClick={onClose}>Done</Button>
      </Group>
    </Stack>
  );
}
