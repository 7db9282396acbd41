import { Alert, Button, Group, Text } from '@mantine/core';
import type { Audience, Crowd, Experiment } from '@vitrine/content';
import { useState } from 'react';
import type { CustomerGroup } from '../app/backend.ts';
import type { AudienceFacts } from './audience-facts.ts';
import { AudienceForm } from './audience-form.tsx';
import { audienceWords } from './audience-words.ts';
import css from './audiences.module.css';
import { UsedOn } from './used-on.tsx';

/** One audience: its rules in words, where it is named, and what can be done. */
export function AudienceRow({
  audience: { uses, ...audience },
  crowd,
  tests,
  groups,
  canChange,
  onOpen,
  onPut,
  onRemove,
}: {
  audience: AudienceFacts;
  crowd: Crowd;
  /** Those for it alone. */
  tests: readonly Experiment[];
  groups: readonly CustomerGroup[];
  canChange: boolean;
  onOpen: (id: string) => void;
  /** Rejects with a sentence when it was refused; so does the next. */
  onPut: (audience: Audience) => Promise<void>;
  onRemove: () => Promise<void>;
}) {
  const [step, setStep] = useState<'shown' | 'changing' | 'removing'>('shown');
  const [isBusy, setBusy] = useState(false);
  /** It has been changed, or nearly: the focus is given back. */
  const [isBack, setBack] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const { name } = audience;
  const waiting = tests.filter(({ state }) => state.kind !== 'ended');

  function remove() {
    setBusy(true);
    onRemove().catch((error: Error) => {
      setRefused(error.message);
      setBusy(false);
      setStep('shown');
    });
  }

  if (step === 'changing')
    return (
      <li className={css.row} aria-label={name}>
        <AudienceForm
          begun={audience}
          crowd={crowd}
          groups={groups}
          onSave={async (changed) => {
            await onPut(changed);
            setStep('shown');
          }}
          onClose={() => setStep('shown')}
        />
      </li>
    );
  return (
    <li className={css.row} aria-label={name}>
      <h3 className={css.name}>{name}</h3>
      <p className={css.words}>{audienceWords(audience, groups)}.</p>
      <UsedOn uses={uses} onOpen={onOpen} />
      {tests.length > 0 && (
        <p className={css.note}>
          {tests.length === 1 ? 'Takes part in the test ' : 'Takes part in the tests '}
          {tests.map((each) => `“${each.name}”`).join(', ')}.
        </p>
      )}
      {refused !== undefined && (
        <Alert color="red" role="alert" title="It stays as it was">
          {refused}
        </Alert>
      )}
      {canChange && step === 'shown' && (
        <Group gap="xs">
          <Button
            size="compact-sm"
            variant="default"
            autoFocus={isBack}
            aria-label={`Change ${name}`}
            onClick={() => {
              setRefused(undefined);
              setBack(true);
              setStep('changing');
            }}
          >
            Change …
          </Button>
          {uses.length > 0 || waiting.length > 0 ? (
            <span className={css.note}>It can be removed once nothing names it.</span>
          ) : (
            <Button
              size="compact-sm"
              variant="subtle"
              color="red"
              aria-label={`Remove ${name}`}
              onClick={() => {
                setBack(true);
                setStep('removing');
              }}
            >
              Remove …
            </Button>
          )}
        </Group>
      )}
      {canChange && step === 'removing' && (
        <Group gap="xs">
          <Text size="sm">No page names it.</Text>
          <Button size="compact-sm" color="red" loading={isBusy} autoFocus onClick={remove}>
            Remove the audience
          </Button>
          <Button size="compact-sm" variant="default" disabled={isBusy} onClick={() => setStep('shown')}>
            Keep it
          </Button>
        </Group>
      )}
    </li>
  );
}
