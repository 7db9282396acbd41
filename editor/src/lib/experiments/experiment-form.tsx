import { Button, NativeSelect, NumberInput, TextInput } from '@mantine/core';
import { type Audience, type Experiment, isSteady } from '@vitrine/content';
import { type FormEvent, useState } from 'react';
import css from '../audiences/audiences.module.css';
import { putExperiment } from '../audiences/change-crowd.ts';
import { FormFoot } from '../audiences/form-foot.tsx';
import type { CrowdFactsNow } from '../audiences/use-crowd-facts.ts';

/** Name, labels, and who takes part. Of a test that runs only what does not falsify it. */
export function ExperimentForm({
  experiment,
  audiences,
  onSave,
  onClose,
}: {
  experiment: Experiment;
  audiences: readonly Audience[];
  onSave: CrowdFactsNow['change'];
  onClose: () => void;
}) {
  const { state, ...before } = experiment;
  const isPlanned = state.kind === 'planned';
  const [name, setName] = useState(before.name);
  const [versions, setVersions] = useState(before.versions);
  const [share, setShare] = useState<number | string>(before.share);
  const [audience, setAudience] = useState(before.audience ?? '');
  const [isAsked, setAsked] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const steady = audiences.filter((each) => isSteady(each) || each.id === before.audience);
  const least = isPlanned ? 1 : before.share;
  const shareProblem =
    typeof share !== 'number' || !Number.isInteger(share) || share < least || share > 100
      ? isPlanned
        ? 'Write a whole number from 1 to 100.'
        : `It runs, so at least ${least} of 100 keep taking part.`
      : undefined;

  function save(event: FormEvent) {
    event.preventDefault();
    setAsked(true);
    setRefused(undefined);
    const isUnnamed = name.trim() === '' || versions.some(({ label }) => label.trim() === '');
    if (isUnnamed || shareProblem !== undefined) return;
    setBusy(true);
    onSave(() =>
      putExperiment({
        id: before.id,
        name: name.trim(),
        versions: versions.map((each) => ({ ...each, label: each.label.trim() })),
        share: share as number,
        ...(audience !== '' && { audience }),
      }),
    ).then(onClose, (error: Error) => {
      setRefused(error.message);
      setBusy(false);
    });
  }

  return (
    <form className={css.form} onSubmit={save} noValidate>
      <TextInput
        size="xs"
        autoFocus
        label="Name"
        maxLength={100}
        value={name}
        error={isAsked && name.trim() === '' && 'Give the test a name.'}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      {versions.map((version) => (
        <TextInput
          key={version.name}
          size="xs"
          label={`Version ${version.name.toUpperCase()}`}
          maxLength={100}
          value={version.label}
          error={isAsked && version.label.trim() === '' && 'Say in a word or two what it is.'}
          onChange={(event) => {
            const label = event.currentTarget.value;
            setVersions(versions.map((each) => (each.name === version.name ? { ...each, label } : each)));
          }}
        />
      ))}
      {isPlanned && versions.length > 2 && (
        <Button
          size="compact-xs"
          variant="default"
          className={css.addRule}
          onClick={() => setVersions(versions.slice(0, -1))}
        >
          {`Without version ${versions.at(-1)!.name.toUpperCase()}`}
        </Button>
      )}
      <NumberInput
        size="xs"
        label="Of 100 visitors take part"
        description="The others see A, and are not counted."
        min={least}
        max={100}
        allowDecimal={false}
        value={share}
        error={isAsked && shareProblem}
        onChange={setShare}
      />
      <NativeSelect
        size="xs"
        label="Who takes part"
        description={
          steady.length < audiences.length &&
          'Only audiences nobody enters or leaves in the middle of a visit: none about being signed in or the basket.'
        }
        disabled={!isPlanned}
        data={[
          { value: '', label: 'All visitors' },
          ...steady.map((each) => ({ value: each.id, label: `Only ${each.name}` })),
        ]}
        value={audience}
        onChange={(event) => setAudience(event.currentTarget.value)}
      />
      <FormFoot refused={refused} isBusy={isBusy} onClose={onClose} />
    </form>
  );
}
