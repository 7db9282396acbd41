import { Button, Group, Text, TextInput } from '@mantine/core';
import { later } from '@vitrine/ui';
import { useState } from 'react';
import { momentBounds, momentHere, zoneHere } from '../app/moment-here.ts';
import type { LinkCatalogue } from '../preview-links/link-words.ts';
import type { ReleaseWish } from './change-releases.ts';
import { localMoment } from './local-moment.ts';
import type { ReleaseFacts, ReleaseRights } from './release-facts.ts';
import css from './releases.module.css';

const ReleaseLink = later(async () => (await import('./release-link.tsx')).ReleaseLink);

/** Moves, publishes or cancels a release, the last two are asked for twice; shows it to others. */
export function ReleaseActions({
  release,
  catalogue,
  may,
  onChange,
}: {
  release: ReleaseFacts;
  catalogue: LinkCatalogue;
  may: ReleaseRights;
  onChange: (wish: ReleaseWish) => Promise<void>;
}) {
  const [step, setStep] = useState<'shown' | 'moving' | 'sharing' | 'publish' | 'cancel'>('shown');
  const [isBusy, setIsBusy] = useState(false);
  const { name } = release;

  function change(wish: ReleaseWish) {
    setIsBusy(true);
    void onChange(wish).finally(() => {
      setIsBusy(false);
      setStep('shown');
    });
  }

  if (step === 'moving')
    return <TimeForm release={release} isBusy={isBusy} onChange={change} onClose={() => setStep('shown')} />;
  if (step === 'sharing')
    return <ReleaseLink release={release} catalogue={catalogue} onClose={() => setStep('shown')} />;
  if (step !== 'shown')
    return (
      <Group gap="xs">
        <Text size="sm">
          {step === 'cancel'
            ? 'Nothing of it goes live; drafts stay as they are.'
            : 'Shoppers see it at once.'}
        </Text>
        <Button
          size="compact-sm"
          color={step === 'cancel' ? 'red' : undefined}
          loading={isBusy}
          autoFocus
          onClick={() => change(step)}
        >
          {step === 'cancel' ? 'Cancel the release' : 'Publish all of it now'}
        </Button>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => setStep('shown')}>
          {step === 'cancel' ? 'Keep it' : 'Not yet'}
        </Button>
      </Group>
    );
  return (
    <Group gap="xs">
      {may.share && (
        <Button
          size="compact-sm"
          variant="default"
          aria-label={`Preview links of ${name}`}
          onClick={() => setStep('sharing')}
        >
          Preview links …
        </Button>
      )}
      {may.publish && (
        <>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Change name and time of ${name}`}
            onClick={() => setStep('moving')}
          >
            Change …
          </Button>
          <Button
            size="compact-sm"
            variant="default"
            aria-label={`Publish now: ${name}`}
            onClick={() => setStep('publish')}
          >
            Publish now …
          </Button>
          <Button
            size="compact-sm"
            variant="subtle"
            color="red"
            aria-label={`Cancel ${name}`}
            onClick={() => setStep('cancel')}
          >
            Cancel …
          </Button>
        </>
      )}
    </Group>
  );
}

function TimeForm({
  release,
  isBusy,
  onChange,
  onClose,
}: {
  release: ReleaseFacts;
  isBusy: boolean;
  onChange: (wish: ReleaseWish) => void;
  onClose: () => void;
}) {
  const [name, setName] = useState(release.name);
  const before = localMoment(release.at);
  const [local, setLocal] = useState(before);
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function save(event: React.FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const isUnfinished = event.currentTarget.querySelector(':invalid') !== null;
    const moment = isUnfinished ? undefined : momentHere(local);
    if (!moment) return setProblem('Write a date between today and 2099 and a time, or leave it empty.');
    // A release that failed is planned again also with the time it had.
    const isMoved = local !== before || release.state === 'failed';
    onChange({ name: name.trim() || release.name, ...(isMoved && { at: moment.at ?? null }) });
  }

  return (
    <form className={css.form} onSubmit={save} noValidate>
      <TextInput
        size="xs"
        label="Name"
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <TextInput
        size="xs"
        type="datetime-local"
        label="Date and time"
        description={`By your clock (${zoneHere()}). Empty: when somebody publishes it.`}
        {...momentBounds}
        value={local}
        error={problem}
        autoFocus
        onChange={(event) => {
          setLocal(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-sm" loading={isBusy}>
          Save
        </Button>
        <Button size="compact-sm" variant="default" disabled={isBusy} onClick={onClose}>
          Leave it
        </Button>
      </Group>
    </form>
  );
}
