import { useState } from 'react';
import { PastRows } from '../app/past-rows.tsx';
import type { CrowdFacts } from '../audiences/audience-facts.ts';
import css from '../audiences/audiences.module.css';
import type { CrowdFactsNow } from '../audiences/use-crowd-facts.ts';
import { ExperimentRow } from './experiment-row.tsx';

/** Tests that run or are planned, and those that are over. */
export function ExperimentList({
  facts,
  canWrite,
  canPublish,
  onOpen,
  onChange,
}: {
  facts: CrowdFacts;
  canWrite: boolean;
  canPublish: boolean;
  onOpen: (id: string) => void;
  onChange: CrowdFactsNow['change'];
}) {
  const order = ['running', 'planned', 'ended'];
  const all = facts.experiments.toSorted(
    (one, other) => order.indexOf(one.state.kind) - order.indexOf(other.state.kind),
  );
  const now = all.filter(({ state }) => state.kind !== 'ended');
  const over = all.filter(({ state }) => state.kind === 'ended');
  const [overBefore] = useState(over.length);
  const isJustOver = over.length > overBefore;
  const rows = (list: typeof all) => (
    <ul className={css.rows}>
      {list.map((experiment) => (
        <ExperimentRow
          key={experiment.id}
          experiment={experiment}
          audiences={facts.audiences}
          canWrite={canWrite}
          canPublish={canPublish}
          onOpen={onOpen}
          onChange={onChange}
        />
      ))}
    </ul>
  );
  return (
    <section aria-label="Tests" className={css.list}>
      {now.length > 0 ? (
        rows(now)
      ) : (
        <div className={css.empty}>
          <p>
            {over.length > 0
              ? 'No test runs or is planned.'
              : 'A test shows some visitors one version of a module and some another, and counts who buys more.'}
            {canWrite && ' Open a page, select a module, and choose “Test another version”.'}
          </p>
        </div>
      )}
      <PastRows count={over.length} rows={() => rows(over)} isOpen={now.length === 0 || isJustOver} />
    </section>
  );
}
