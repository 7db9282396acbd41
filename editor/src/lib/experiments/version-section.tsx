import { Alert, Anchor, Badge, Button, Group, SegmentedControl, TextInput } from '@mantine/core';
import { type Experiment, type VersionName, versionNames } from '@vitrine/content';
import { type FormEvent, useState, useSyncExternalStore } from 'react';
import { useDocuments } from '../app/documents-context.tsx';
import type { Editor } from '../app/editor.ts';
import { useEditor, useView } from '../app/editor-context.tsx';
import { putExperiment } from '../audiences/change-crowd.ts';
import { shownVersion, showUsualVersion, showVersion } from '../audiences/show-as.ts';
import { useCrowd } from '../audiences/use-crowd.ts';
import { stateWords } from './experiment-words.ts';
import css from './experiments.module.css';
import type { VersionMark } from './version-marks.ts';
import { endOnPage, putVersion, versionRefusal, versionsOnPage } from './versions-on-page.ts';

/** Of which test an instance is a version, the others of it, and what can be done with them on this page. */
export function VersionSection({
  id,
  mark: { experiment: testId, version },
}: {
  id: string;
  mark: VersionMark;
}) {
  const editor = useEditor();
  const documents = useDocuments();
  const { crowd, isKnown } = useCrowd();
  const experiment = crowd.experiments.find((each) => each.id === testId);
  const present = useVersions(testId);
  const shown = useView(() => shownVersion(editor, testId));
  const [step, setStep] = useState<'shown' | 'adding' | 'ending'>('shown');
  const { name = testId, versions = [] } = experiment ?? {};
  const labelOf = (each: VersionName) => versions.find((one) => one.name === each)?.label ?? '';
  const open = (
    <Anchor component="button" type="button" inherit onClick={() => documents.show({ kind: 'tests' })}>
      {experiment ? 'Open the test' : 'All tests'}
    </Anchor>
  );

  if (!isKnown) return null;

  function show(next: VersionName) {
    showVersion(editor, { id: testId, name }, next);
    const [first] = present.get(next) ?? [];
    if (first !== undefined) editor.select([first]);
    editor.say(`The page is shown with version ${next.toUpperCase()}.`);
  }

  const { state } = experiment ?? {};
  const winner = state?.kind === 'ended' && present.has(state.winner) ? state.winner : undefined;

  return (
    <section className={css.section} aria-label={`Test ${name}`}>
      <h3 className={css.heading}>
        <span>{`Test: ${name}`}</span>
        {experiment && (
          <Badge size="xs" variant="light" color={experiment.state.kind === 'running' ? 'blue' : 'gray'}>
            {experiment.state.kind}
          </Badge>
        )}
      </h3>
      <SegmentedControl
        fullWidth
        size="xs"
        aria-label="Version the page is shown with"
        data={[...present.keys()].map((each) => ({ value: each, label: each.toUpperCase() }))}
        value={shown}
        onChange={(value) => show(value as VersionName)}
      />
      <p className={css.text}>
        {`This is version ${version.toUpperCase()}`}
        {labelOf(version) !== '' && `, “${labelOf(version)}”`}
        {shown !== version && `; the page is shown with ${shown.toUpperCase()}`}
        {'. '}
        {experiment ? stateWords(experiment) : 'The test is not there any more, so everybody sees A.'} {open}
      </p>
      {step === 'adding' && experiment && (
        <AddVersion id={id} experiment={experiment} onClose={() => setStep('shown')} />
      )}
      {step === 'ending' && (
        <EndHere
          testId={testId}
          present={[...present.keys()]}
          shown={version}
          onClose={() => setStep('shown')}
        />
      )}
      {step === 'shown' && editor.canWrite && (
        <Group gap="xs">
          {experiment?.state.kind === 'planned' && versions.length < versionNames.length && (
            <Button size="compact-xs" variant="default" onClick={() => setStep('adding')}>
              Add a version …
            </Button>
          )}
          {winner === undefined ? (
            <Button size="compact-xs" variant="default" onClick={() => setStep('ending')}>
              End the test on this page …
            </Button>
          ) : (
            <Button
              size="compact-xs"
              onClick={() => {
                const refused = keepVersion(editor, testId, winner);
                if (refused !== undefined) editor.tell(refused);
              }}
            >
              {`Keep ${winner.toUpperCase()}`}
            </Button>
          )}
        </Group>
      )}
    </section>
  );
}

/** Instances of its versions, followed. */
function useVersions(experiment: string): ReadonlyMap<VersionName, readonly string[]> {
  const { page } = useEditor();
  const words = useSyncExternalStore(
    (listener) => page.onChange(listener),
    () => JSON.stringify([...versionsOnPage(page, experiment)]),
  );
  return new Map(JSON.parse(words) as [VersionName, string[]][]);
}

function AddVersion({
  id,
  experiment,
  onClose,
}: {
  id: string;
  experiment: Experiment;
  onClose: () => void;
}) {
  const editor = useEditor();
  const { list } = useCrowd();
  const [label, setLabel] = useState('');
  const [problem, setProblem] = useState<string | undefined>(undefined);
  const [isBusy, setBusy] = useState(false);
  const version = versionNames[experiment.versions.length]!;

  async function add(event: FormEvent) {
    event.preventDefault();
    if (label.trim() === '') return setProblem('Say in a word or two what is different in it.');
    const refused = versionRefusal(editor, id);
    if (refused !== undefined) return setProblem(refused);
    setBusy(true);
    try {
      const { state: _, ...wish } = experiment;
      const versions = [...wish.versions, { name: version, label: label.trim() }];
      await putExperiment({ ...wish, versions });
      await list.load();
      const late = versionRefusal(editor, id);
      if (late !== undefined) throw new Error(late);
      const copy = putVersion(editor, { from: id, experiment: experiment.id, version });
      showVersion(editor, experiment, version);
      editor.select([copy]);
      editor.say(`Version ${version.toUpperCase()} is added.`);
      onClose();
    } catch (error) {
      setProblem((error as Error).message);
      setBusy(false);
    }
  }

  return (
    <form className={css.form} onSubmit={(event) => void add(event)}>
      <TextInput
        autoFocus
        size="xs"
        label={`What is different in version ${version.toUpperCase()}`}
        maxLength={100}
        value={label}
        error={problem}
        onChange={(event) => {
          setLabel(event.currentTarget.value);
          setProblem(undefined);
        }}
      />
      <Group gap="xs">
        <Button type="submit" size="compact-xs" loading={isBusy}>
          Add it
        </Button>
        <Button size="compact-xs" variant="default" disabled={isBusy} onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </form>
  );
}

/** @returns Why not, in a sentence. */
function keepVersion(editor: Editor, experiment: string, keep: VersionName): string | undefined {
  const refused = endOnPage(editor, experiment, keep);
  if (refused !== undefined) return refused;
  showUsualVersion(editor, experiment);
  editor.tell(`Version ${keep.toUpperCase()} stays on the page, for everybody. Undo brings the others back.`);
  return undefined;
}

function EndHere({
  testId,
  present,
  shown,
  onClose,
}: {
  testId: string;
  present: readonly VersionName[];
  shown: VersionName;
  onClose: () => void;
}) {
  const editor = useEditor();
  const [problem, setProblem] = useState<string | undefined>(undefined);

  function end(keep: VersionName) {
    setProblem(keepVersion(editor, testId, keep));
  }

  return (
    <div className={css.form}>
      <p className={css.text}>Which version stays? The others are removed from this page.</p>
      {problem !== undefined && (
        <Alert color="red" role="alert" p="xs">
          {problem}
        </Alert>
      )}
      <Group gap="xs">
        {present.map((each) => (
          <Button
            key={each}
            size="compact-xs"
            variant={each === shown ? 'filled' : 'light'}
            autoFocus={each === shown}
            onClick={() => end(each)}
          >
            {`Keep ${each.toUpperCase()}`}
          </Button>
        ))}
        <Button size="compact-xs" variant="default" onClick={onClose}>
          Cancel
        </Button>
      </Group>
    </div>
  );
}
