import { Button, Group, Text } from '@mantine/core';
import type { Experiment, VersionCount, VersionName } from '@vitrine/content';
import { useEffect, useRef, useState } from 'react';
import type { ExperimentUse } from '../app/backend.ts';
import { endExperiment, removeExperiment, startExperiment } from '../audiences/change-crowd.ts';
import { suggestedWinner } from './result-words.ts';

/** Starts, ends, changes or removes a test; all but changing is asked for twice. */
export function ExperimentActions({
  experiment: { id, name, state, versions },
  uses,
  counts,
  against,
  canChange,
  canPublish,
  isBack,
  onEdit,
  onChange,
}: {
  experiment: Experiment;
  uses: readonly ExperimentUse[];
  counts: readonly VersionCount[];
  /** Why it cannot start. */
  against: string | undefined;
  canChange: boolean;
  canPublish: boolean;
  /** The focus comes back from changing it. */
  isBack: boolean;
  onEdit: () => void;
  onChange: (work: () => Promise<Experiment>) => Promise<void>;
}) {
  const [step, setStep] = useState<'shown' | 'start' | 'end' | 'remove'>('shown');
  const [isBusy, setBusy] = useState(false);
  const suggested = suggestedWinner(counts);
  const group = useRef<HTMLDivElement>(null);
  const isGivenBack = useRef(isBack);
  // The buttons of a step are gone with it.
  useEffect(() => {
    if (step !== 'shown') isGivenBack.current = true;
    else if (isGivenBack.current) group.current?.querySelector<HTMLElement>('button:enabled')?.focus();
  }, [step]);

  function change(work: () => Promise<Experiment>) {
    setBusy(true);
    void onChange(work).finally(() => {
      setBusy(false);
      setStep('shown');
    });
  }
  const back = (
    <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => setStep('shown')}>
      Not yet
    </Button>
  );

  if (step === 'start')
    return (
      <Group gap="xs">
        <Text size="sm">From now on visitors see different versions. They stay as many as they are.</Text>
        <Button
          size="compact-sm"
          loading={isBusy}
          autoFocus
          onClick={() => change(() => startExperiment(id))}
        >
          Start the test
        </Button>
        {back}
      </Group>
    );
  if (step === 'end')
    return (
      <Group gap="xs">
        <Text size="sm" w="100%">
          {`Which version does everybody see from now on? ${suggested === undefined ? 'The figures do not say yet.' : `The figures speak for ${suggested.toUpperCase()}.`}`}
        </Text>
        {versions.map((version) => (
          <Button
            key={version.name}
            size="compact-sm"
            variant={version.name === suggested ? 'filled' : 'light'}
            disabled={isBusy}
            autoFocus={version.name === (suggested ?? 'a')}
            onClick={() => change(() => endExperiment(id, version.name))}
          >
            {`${version.name.toUpperCase()}: ${version.label}`}
          </Button>
        ))}
        {back}
      </Group>
    );
  if (step === 'remove')
    return (
      <Group gap="xs">
        <Text size="sm">
          {state.kind === 'planned'
            ? 'Nothing of it was shown yet. On pages that have versions of it, the original stays for everybody.'
            : 'All that was counted goes with it.'}
        </Text>
        <Button
          size="compact-sm"
          color="red"
          loading={isBusy}
          autoFocus
          onClick={() => change(() => removeExperiment(id))}
        >
          Remove the test
        </Button>
        {back}
      </Group>
    );
  const isWinnerNeeded =
    state.kind === 'ended' && state.winner !== 'a' && uses.some(({ isPublished }) => isPublished);
  return (
    <>
      {state.kind === 'ended' && uses.length > 0 && (
        <Text size="xs" c="dimmed">
          {tidyWords(state.winner, uses)}
          {isWinnerNeeded && ' Until then the test is kept.'}
        </Text>
      )}
      {!canPublish && state.kind !== 'ended' && (
        <Text size="xs" c="dimmed">
          It is started and ended by those who may publish.
        </Text>
      )}
      <Group gap="xs" ref={group}>
        {state.kind === 'planned' && canPublish && (
          <Button
            size="compact-sm"
            disabled={against !== undefined}
            aria-label={`Start ${name}`}
            onClick={() => setStep('start')}
          >
            Start …
          </Button>
        )}
        {state.kind === 'running' && canPublish && (
          <Button size="compact-sm" aria-label={`End ${name}`} onClick={() => setStep('end')}>
            End …
          </Button>
        )}
        {state.kind !== 'ended' && canChange && (
          <Button size="compact-sm" variant="default" aria-label={`Change ${name}`} onClick={onEdit}>
            Change …
          </Button>
        )}
        {state.kind !== 'running' && canChange && !isWinnerNeeded && (
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={`Remove ${name}`}
            onClick={() => setStep('remove')}
          >
            Remove …
          </Button>
        )}
      </Group>
    </>
  );
}

function tidyWords(winner: VersionName, uses: readonly unknown[]): string {
  const letter = winner.toUpperCase();
  return `${letter} stays for everybody. Tidy its ${uses.length === 1 ? 'page' : 'pages'} with “Keep ${letter}”: open the page, select the module, choose it, and publish.`;
}
