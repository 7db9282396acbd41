import { IconCalendarClock } from '@tabler/icons-react';
import { hint } from '@vitrine/ui';
import type { PlannedChange } from '../app/backend.ts';
import { useDocuments } from '../app/documents-context.tsx';
import { planSentence } from './plan-words.ts';
import css from './releases.module.css';

const days = new Intl.DateTimeFormat('en', { day: 'numeric', month: 'short' });

/** When a page goes live or offline by itself; all that is planned is behind it. */
export function PlannedChip({ planned }: { planned: PlannedChange }) {
  const documents = useDocuments();
  const { state, at } = planned;
  const sentence = planSentence(planned);
  return (
    <button
      type="button"
      className={css.chip}
      data-state={state}
      aria-label={sentence}
      {...hint(sentence)}
      onClick={() => documents.show({ kind: 'releases' })}
    >
      <IconCalendarClock size={14} aria-hidden />
      <span className={css.chipDay}>
        {state === 'failed' ? 'Not live' : at === undefined ? 'Planned' : days.format(new Date(at))}
      </span>
    </button>
  );
}
