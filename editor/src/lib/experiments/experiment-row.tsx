import { Alert, Badge } from '@mantine/core';
import type { Audience, Experiment } from '@vitrine/content';
import { useState } from 'react';
import type { ExperimentFacts } from '../audiences/audience-facts.ts';
import css from '../audiences/audiences.module.css';
import type { CrowdFactsNow } from '../audiences/use-crowd-facts.ts';
import { UsedOn } from '../audiences/used-on.tsx';
import { ExperimentActions } from './experiment-actions.tsx';
import { ExperimentForm } from './experiment-form.tsx';
import { ExperimentResults } from './experiment-results.tsx';
import { stateWords } from './experiment-words.ts';
import { startRefusal } from './start-refusal.ts';
import { useResults } from './use-results.ts';

const colours = { planned: 'gray', running: 'blue', ended: 'gray' } as const;

/** One test: who takes part, where its versions are, what became of them, and what can be done. */
export function ExperimentRow({
  experiment: { uses, ...experiment },
  audiences,
  canWrite,
  canPublish,
  onOpen,
  onChange,
}: {
  experiment: ExperimentFacts;
  audiences: readonly Audience[];
  canWrite: boolean;
  canPublish: boolean;
  onOpen: (id: string) => void;
  onChange: CrowdFactsNow['change'];
}) {
  const { id, name, versions, state, audience } = experiment;
  const [isChanging, setChanging] = useState(false);
  /** It has been changed, or nearly: the focus is given back. */
  const [isBack, setBack] = useState(false);
  const [refused, setRefused] = useState<string | undefined>(undefined);
  const results = useResults(id, state.kind === 'running');
  const canChange = state.kind === 'planned' ? canWrite : canPublish;
  const against = state.kind === 'planned' ? startRefusal({ versions, uses }) : undefined;

  function change(work: () => Promise<Experiment>): Promise<void> {
    setRefused(undefined);
    return onChange(work).catch((error: Error) => setRefused(error.message));
  }

  return (
    <li className={css.row} aria-label={name}>
      <div className={css.head}>
        <h3 className={css.name}>{name}</h3>
        <Badge size="sm" variant="light" color={colours[state.kind]}>
          {state.kind}
        </Badge>
      </div>
      {isChanging ? (
        <ExperimentForm
          experiment={experiment}
          audiences={audiences}
          onSave={onChange}
          onClose={() => setChanging(false)}
        />
      ) : (
        <>
          <p className={css.words}>
            {stateWords(experiment)}
            {audience !== undefined &&
              ` Only visitors in “${audiences.find((each) => each.id === audience)?.name ?? audience}” take part.`}
          </p>
          {state.kind === 'planned' && (
            <ul className={css.versions}>
              {versions.map((each) => (
                <li key={each.name}>
                  <strong>{each.name.toUpperCase()}</strong> {each.label}
                </li>
              ))}
            </ul>
          )}
          <UsedOn uses={uses} onOpen={onOpen} />
          {state.kind !== 'planned' && <ExperimentResults experiment={experiment} results={results} />}
          {against !== undefined && uses.length > 0 && <p className={css.note}>{against}</p>}
          {refused !== undefined && (
            <Alert color="red" role="alert" title="It stays as it was">
              {refused}
            </Alert>
          )}
          <ExperimentActions
            experiment={experiment}
            uses={uses}
            counts={results.counts ?? []}
            against={against}
            canChange={canChange}
            canPublish={canPublish}
            isBack={isBack}
            onEdit={() => {
              setBack(true);
              setChanging(true);
            }}
            onChange={change}
          />
        </>
      )}
    </li>
  );
}
